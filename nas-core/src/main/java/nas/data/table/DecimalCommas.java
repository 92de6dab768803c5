package nas.data.table;

import java.util.List;
import java.util.regex.Pattern;
import nas.InvalidInputException;
import nas.data.Quoted;

/** Tells numbers that are written with a comma in place of the point, which nobody wants to be taken for texts. */
final class DecimalCommas {
    private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9]+(,[0-9]+)?");
    private static final int ENOUGH = 100;

    private DecimalCommas() {}

    /** @throws InvalidInputException if the first levels of a column are such numbers */
    static void refuse(String file, String name, TextCells texts) {
        List<String> first = texts.levels().stream().limit(ENOUGH).toList();
        boolean areNumbers =
                first.stream().allMatch(level -> NUMBER.matcher(level).matches());
        if (areNumbers && first.stream().anyMatch(level -> level.indexOf(',') > 0)) {
            throw new InvalidInputException(file + ": " + Quoted.line(name)
                    + " must be numbers with a decimal point, but holds decimal commas, such as "
                    + Quoted.text(first.stream()
                            .filter(level -> level.indexOf(',') > 0)
                            .findFirst()
                            .orElseThrow())
                    + "; to take them as classes write columns: {" + Quoted.line(name) + ": categorical}");
        }
    }
}
