package nas.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.IntStream;
import nas.journal.DataSummary;

/** How the winner's answers differ from what is right in the test rows, as the page shows it. */
final class TestJson {
    /** Of more rows an even sample is drawn. */
    private static final int MOST_POINTS = 1_000;

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private TestJson() {}

    static ObjectNode of(TestAnswers answers) {
        ObjectNode node = NODES.objectNode().put("rows", answers.rows());
        if (answers.data().predictsClasses()) {
            confusion(answers, node);
        } else {
            outputs(answers, node.putArray("outputs"));
        }
        return node;
    }

    private static void confusion(TestAnswers answers, ObjectNode into) {
        names(answers.data()).forEach(into.putArray("classes")::add);
        ArrayNode rows = into.putArray("confusion");
        for (int[] counts : answers.confusion()) {
            ArrayNode row = rows.addArray();
            IntStream.of(counts).forEach(row::add);
        }
    }

    /** Classes whose names an older version did not write have numbers. */
    private static List<String> names(DataSummary data) {
        return IntStream.range(0, data.outputs())
                .mapToObj(i -> data.targets().isEmpty()
                        ? "class " + (i + 1)
                        : data.targets().get(i).name())
                .toList();
    }

    private static void outputs(TestAnswers answers, ArrayNode into) {
        for (int output = 0; output < answers.data().outputs(); output++) {
            ObjectNode node = into.addObject().put("name", name(answers.data(), output));
            ArrayNode points = node.putArray("points");
            int most = Math.min(MOST_POINTS, answers.rows());
            for (int i = 0; i < most; i++) {
                double[] values = answers.values((int) ((long) i * answers.rows() / most), output);
                points.addArray().add(Rounded.of(values[0])).add(Rounded.of(values[1]));
            }
        }
    }

    private static String name(DataSummary data, int output) {
        return data.targets().isEmpty()
                ? "output " + (output + 1)
                : data.targets().get(output).name();
    }
}
