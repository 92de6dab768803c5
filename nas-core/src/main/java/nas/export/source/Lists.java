package nas.export.source;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The lists of a program. A method of Java has room for 64 KB, and an array takes 8 bytes of it for each of its elements; so the
 * elements of a long list are divided among arrays, each in a class of its own.
 */
final class Lists {
    /** So many characters of expressions become less than 14 KB of a method, and four lists share one. */
    private static final int LONGEST = 8_000;

    /** So many fit a line. */
    private static final int LINE = 80;

    private static final int SEPARATOR = 4;

    private final List<String> classes = new ArrayList<>();

    /**
     * Returns what gives a list's elements to a method that takes any number of them.
     *
     * @param type the elements' type in the program
     * @param elements an expression for each
     */
    String elements(String type, List<String> elements) {
        List<List<String>> blocks = blocks(elements);
        if (blocks.size() == 1 && length(elements) <= LONGEST) {
            return String.join(length(elements) <= LINE ? ", " : ",\n            ", elements);
        }
        String arrays = blocks.stream()
                .map(block -> added(type, block) + ".ALL")
                .collect(Collectors.joining(",\n                            "));
        return "Stream.of(new " + type + "[][] {" + arrays + "}).flatMap(Stream::of).toArray(" + type + "[]::new)";
    }

    /** Returns the same for texts. */
    String texts(List<String> texts) {
        return elements("String", texts.stream().map(JavaText::literal).toList());
    }

    /** Returns the classes that hold what is long. */
    List<String> classes() {
        return ImmutableList.copyOf(classes);
    }

    private String added(String type, List<String> block) {
        String name = "Block" + (classes.size() + 1);
        String elements = String.join(",\n            ", block);
        classes.add(Template.named("Block").filled(Map.of("name", name, "type", type, "elements", elements)));
        return name;
    }

    private static List<List<String>> blocks(List<String> elements) {
        List<List<String>> blocks = new ArrayList<>(List.of(new ArrayList<>()));
        for (String element : elements) {
            List<String> last = blocks.get(blocks.size() - 1);
            if (!last.isEmpty() && length(last) + length(List.of(element)) > LONGEST) {
                last = new ArrayList<>();
                blocks.add(last);
            }
            last.add(element);
        }
        return blocks;
    }

    private static int length(List<String> elements) {
        return elements.stream()
                .mapToInt(element -> element.length() + SEPARATOR)
                .sum();
    }
}
