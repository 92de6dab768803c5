package nas.export.source;

import com.google.common.collect.ImmutableMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import nas.InvalidInputException;
import nas.data.InputEncoding;
import nas.data.Quoted;
import nas.data.Sizes;
import nas.export.Winner;
import nas.train.ForwardNetwork;

/** Writes a winner as a Java class that predicts. All of it is ASCII, so that every compiler reads the same. */
final class ProgramText {
    /** A larger source is a burden for every compiler. */
    private static final long MOST_PARAMETERS = 20_000_000;

    /** What the source of a parameter takes while it is written and compiled. */
    private static final long PARAMETER_BYTES = 80;

    /** A comment, a literal or a word, whichever begins first. */
    private static final Pattern TOKEN =
            Pattern.compile("(?s)/\\*.*?\\*/|//[^\\n]*+|\"(?:[^\"\\\\]++|\\\\.)*+\"|'(?:[^'\\\\]++|\\\\.)*+'|[\\w$]++");

    /** The class's name stands in its declaration and at its constructor. */
    private static final int OWN_USES = 2;

    private final String name;
    private final Winner winner;
    private final Lists lists = new Lists();

    private ProgramText(String name, Winner winner) {
        this.name = name;
        this.winner = winner;
    }

    /**
     * Returns the source of a class.
     *
     * @param name what the class is called
     * @param network the winner's
     * @throws InvalidInputException if the network is too large for a source or for this heap, or the program has another use for the
     *     name
     */
    static String of(String name, Winner winner, ForwardNetwork network) {
        long parameters =
                winner.genome().parameters(winner.ends().inputs(), winner.ends().outputs());
        if (parameters > MOST_PARAMETERS) {
            throw new InvalidInputException("a network that is exported as Java must have at most " + MOST_PARAMETERS
                    + " parameters, but has " + parameters);
        }
        Sizes.checkMemory(name + ".java: the sources of " + parameters + " parameters", parameters * PARAMETER_BYTES);
        return new ProgramText(name, winner).text(network);
    }

    private String text(ForwardNetwork network) {
        Part inputs = winner.preprocessing()
                .inputs()
                .match(columns -> TablePart.of(columns, lists), pixels -> images(pixels));
        Part target = TargetPart.of(winner.preprocessing().target(), network.form(), lists);
        Template program = Template.named("Program");
        Map<String, String> values = ImmutableMap.<String, String>builder()
                .put("class", JavaText.name(name))
                .put("what", what())
                .put("summary", JavaText.comment(winner.summary()))
                .put(
                        "constants",
                        inputs.constants().filled(inputs.values()) + "\n\n"
                                + target.constants().filled(target.values()))
                .put("inputs", inputs.members().filled(inputs.values()))
                .put("target", target.members().filled(target.values()))
                .putAll(new NetworkText(network).values())
                .putAll(usage())
                .put("blocks", lists.classes().stream().map(each -> each + "\n").collect(Collectors.joining()))
                .buildOrThrow();
        return checked(imports(program, inputs, target) + "\n\n" + program.filled(values) + "\n");
    }

    private static Part images(InputEncoding.Pixels pixels) {
        return Part.named(
                "Images",
                Map.of(
                        "pixels", Integer.toString(pixels.count()),
                        "mean", JavaText.literal(pixels.standardisation().mean()),
                        "deviation", JavaText.literal(pixels.standardisation().deviation())));
    }

    private String imports(Template program, Part inputs, Part target) {
        Set<String> lines = new TreeSet<>(program.imports());
        lines.addAll(inputs.imports());
        lines.addAll(target.imports());
        if (!lists.classes().isEmpty()) {
            lines.add("import java.util.stream.Stream;");
        }
        return String.join("\n", lines);
    }

    /**
     * Returns the program if its name is nothing else in it: a class that is called like one that it uses would be that one. All
     * words are ASCII but for the name, so that one with Unicode escapes is nothing else.
     */
    private String checked(String program) {
        long uses = TOKEN.matcher(program)
                .results()
                .filter(token -> token.group().equals(name))
                .count();
        if (uses > OWN_USES) {
            throw JavaExporter.misnamed(Quoted.text(name + ".java") + ", a name that the program has another use for");
        }
        return program;
    }

    private String what() {
        return winner.preprocessing()
                        .target()
                        .match(
                                classes -> "one of " + count(classes.names().size(), "class", "classes"),
                                values -> count(values.outputs().size(), "number", "numbers"))
                + " from "
                + winner.preprocessing()
                        .inputs()
                        .match(
                                columns -> count(columns.columns().size(), "column", "columns") + " of a table",
                                pixels -> "images of " + count(pixels.count(), "pixel", "pixels"));
    }

    private static String count(int count, String one, String more) {
        return count + " " + (count == 1 ? one : more);
    }

    private Map<String, String> usage() {
        return winner.preprocessing()
                .inputs()
                .match(
                        columns -> Map.of(
                                "file",
                                "rows.csv",
                                "usage",
                                Template.named("TableUsage").body()),
                        pixels -> Map.of(
                                "file",
                                "images.idx",
                                "usage",
                                Template.named("ImagesUsage").body()));
    }
}
