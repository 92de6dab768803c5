package nas.data.table;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import nas.data.Numbers;

/**
 * Tells whether the first of some rows names the columns. It does if it holds a name that somebody expects. Else it does
 * not if it holds a number. Else it does if some column holds nothing but numbers below it, or if there is no other row;
 * and where all is text, if its cells differ and none stands in its column again.
 */
final class HeaderDetection {
    private final List<String> first;
    private final List<List<String>> others;
    private final Set<String> mentioned;

    HeaderDetection(List<List<String>> rows, Set<String> mentioned) {
        this.first = rows.isEmpty() ? List.of() : rows.get(0);
        this.others = rows.stream().skip(1).toList();
        this.mentioned = mentioned;
    }

    boolean hasHeader() {
        if (first.stream().anyMatch(mentioned::contains)) {
            return true;
        }
        if (first.stream().anyMatch(HeaderDetection::isNumber)) {
            return false;
        }
        return others.isEmpty() || hasNumbersBelow() || isUnlikeTheRest();
    }

    private boolean hasNumbersBelow() {
        for (int column = 0; column < first.size(); column++) {
            int position = column;
            List<String> cells = others.stream()
                    .filter(row -> position < row.size())
                    .map(row -> row.get(position))
                    .filter(cell -> !cell.isEmpty())
                    .toList();
            boolean isNamed = !first.get(column).isEmpty();
            if (isNamed && !cells.isEmpty() && cells.stream().allMatch(HeaderDetection::isNumber)) {
                return true;
            }
        }
        return false;
    }

    private boolean isUnlikeTheRest() {
        if (new HashSet<>(first).size() < first.size()) {
            return false;
        }
        for (List<String> row : others) {
            for (int column = 0; column < Math.min(first.size(), row.size()); column++) {
                if (first.get(column).equals(row.get(column))) {
                    return false;
                }
            }
        }
        return true;
    }

    private static boolean isNumber(String cell) {
        return Double.isFinite(Numbers.parse(cell));
    }
}
