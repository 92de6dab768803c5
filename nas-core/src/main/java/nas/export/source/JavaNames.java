package nas.export.source;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableList;
import java.text.Normalizer;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.lang.model.SourceVersion;

/** Makes names of parameters, and tells which names a class can have. */
final class JavaNames {
    private static final int LONGEST = 40;
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern WORD = Pattern.compile("[A-Za-z0-9]+");

    /** Words that no type can be called, though they are no keywords. */
    private static final Set<String> NO_TYPES = Set.of("var", "yield", "record", "sealed", "permits");

    private JavaNames() {}

    /** Tells whether a class can be called so; characters that Java skips would make it another name. */
    static boolean isClass(String name) {
        return SourceVersion.isIdentifier(name)
                && !SourceVersion.isKeyword(name)
                && !NO_TYPES.contains(name)
                && name.chars().noneMatch(Character::isIdentifierIgnorable);
    }

    /** Returns a name for a parameter of each column, like the column's and all of them different: {@code petalLength}. */
    static List<String> parameters(List<String> columns) {
        Set<String> taken = new HashSet<>();
        return IntStream.range(0, columns.size())
                .mapToObj(i -> free(identifier(columns.get(i), i + 1), taken))
                .collect(ImmutableList.toImmutableList());
    }

    private static String free(String name, Set<String> taken) {
        String free = name;
        for (int i = 2; !taken.add(free); i++) {
            free = name + "_" + i;
        }
        return free;
    }

    private static String identifier(String column, int number) {
        String ascii = MARKS.matcher(Normalizer.normalize(column.replace("ß", "ss"), Normalizer.Form.NFKD))
                .replaceAll("");
        List<String> words =
                WORD.matcher(ascii).results().map(MatchResult::group).toList();
        if (words.isEmpty()) {
            return "column" + number;
        }
        String name = Ascii.truncate(joined(words), LONGEST, "");
        return Character.isDigit(name.charAt(0)) ? "column" + name : SourceVersion.isKeyword(name) ? name + "_" : name;
    }

    private static String joined(List<String> words) {
        String first = words.get(0);
        boolean isAbbreviation = first.equals(Ascii.toUpperCase(first));
        String begin =
                isAbbreviation ? Ascii.toLowerCase(first) : Ascii.toLowerCase(first.charAt(0)) + first.substring(1);
        return words.stream()
                .skip(1)
                .map(word -> Ascii.toUpperCase(word.charAt(0)) + word.substring(1))
                .collect(Collectors.joining("", begin, ""));
    }
}
