package nas.export.pytorch;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nas.data.InputEncoding;
import nas.export.Winner;
import nas.train.ForwardNetwork;

/** Writes the Python file of a winner: what varies from one to another, and the parts that it needs of those that do not. */
final class WinnerCode {
    private static final Pattern PLACE = Pattern.compile("\\{\\{(\\w+)}}");

    private WinnerCode() {}

    /**
     * Returns the text of the file.
     *
     * @param network that of the winner
     * @param module name of the file without its ending
     */
    static String text(Winner winner, ForwardNetwork network, String module) {
        InputEncoding inputs = winner.preprocessing().inputs();
        String kind = inputs.match(columns -> "rows", pixels -> "images");
        ImmutableList.Builder<PythonPart> parts = ImmutableList.builder();
        parts.addAll(InputCode.parts(inputs));
        parts.addAll(OutputCode.parts(winner.preprocessing().target()));
        parts.addAll(new NetworkCode(network).parts());
        parts.add(PythonPart.resource("load.py"), PythonPart.resource(kind + ".py"));
        parts.add(OutputCode.answers(winner.preprocessing().target()));
        for (String name : List.of("files.py", "predicted-" + kind + ".py", "main-" + kind + ".py")) {
            parts.add(PythonPart.resource(name));
        }
        Map<String, String> values = Map.of("summary", PythonLiteral.escaped(winner.summary()), "module", module);
        return PythonPart.file(filled(PythonPart.resourceText("about-" + kind + ".txt"), values), parts.build());
    }

    /** In one pass, so that nothing that is put in is looked at again. */
    private static String filled(String template, Map<String, String> values) {
        return PLACE.matcher(template)
                .replaceAll(place -> Matcher.quoteReplacement(values.getOrDefault(place.group(1), place.group())));
    }
}
