package nas.export.source;

import com.google.common.collect.ImmutableList;
import com.google.common.io.Resources;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A piece of Java with places for what varies, such as <code>${class}</code>.
 *
 * @param imports the lines of what it imports
 * @param body what follows them
 */
record Template(List<String> imports, String body) {
    private static final Pattern PLACE = Pattern.compile("\\$\\{(\\w+)\\}");

    /** Copies the list. */
    Template {
        imports = ImmutableList.copyOf(imports);
    }

    /** Returns the template of a name. */
    static Template named(String name) {
        URL found = Template.class.getResource(name + ".java.txt");
        if (found == null) {
            throw new IllegalStateException("the program lacks the template " + name);
        }
        try {
            return of(Resources.toString(found, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Divides a text at the blank line that follows its imports, if it has any. */
    private static Template of(String text) {
        List<String> imports =
                text.lines().takeWhile(line -> line.startsWith("import ")).toList();
        int before = imports.isEmpty() ? 0 : imports.size() + 1;
        return new Template(imports, text.lines().skip(before).collect(Collectors.joining("\n")));
    }

    /**
     * Returns the body with a value in each place, in one pass, so that nothing that is put in is looked at again.
     *
     * @throws IllegalArgumentException if there is no value for a place
     */
    String filled(Map<String, String> values) {
        return PLACE.matcher(body).replaceAll(place -> {
            String value = values.get(place.group(1));
            if (value == null) {
                throw new IllegalArgumentException("must have a value for " + place.group() + ", but has none");
            }
            return Matcher.quoteReplacement(value);
        });
    }
}
