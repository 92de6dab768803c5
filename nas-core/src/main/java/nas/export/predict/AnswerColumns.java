package nas.export.predict;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import nas.data.TargetEncoding;
import nas.train.TrainedNetwork;

/**
 * What a network says, as columns of a table: {@code prediction} and {@code probability_CLASS} for each class; or {@code
 * prediction}, of several numbers {@code prediction_NAME} for each, in the unit of the target.
 *
 * @param target what the network's outputs stand for
 */
record AnswerColumns(TargetEncoding target) {
    private static final String PREDICTION = "prediction";

    /** Returns the names of the columns; one that is taken gets a number. */
    List<String> names(List<String> taken) {
        Set<String> all = new HashSet<>(taken);
        ImmutableList.Builder<String> names = ImmutableList.builder();
        usualNames().forEach(name -> names.add(free(name, all)));
        return names.build();
    }

    private static String free(String name, Set<String> taken) {
        String free = name;
        for (int number = 2; !taken.add(free); number++) {
            free = name + "_" + number;
        }
        return free;
    }

    private List<String> usualNames() {
        return target.match(
                classes -> {
                    List<String> names = new ArrayList<>(List.of(PREDICTION));
                    classes.names().forEach(name -> names.add("probability_" + name));
                    return names;
                },
                values -> values.outputs().size() == 1
                        ? List.of(PREDICTION)
                        : values.outputs().stream()
                                .map(output -> PREDICTION + "_" + output.name())
                                .toList());
    }

    /** Adds what the network says of the row that begins at an offset. */
    void add(float[] outputs, int offset, List<String> cells) {
        if (target instanceof TargetEncoding.Classes classes) {
            cells.add(classes.names()
                    .get(TrainedNetwork.highest(outputs, offset, classes.names().size())));
            for (int i = 0; i < classes.names().size(); i++) {
                cells.add(Float.toString(outputs[offset + i]));
            }
        } else if (target instanceof TargetEncoding.Values values) {
            for (int i = 0; i < values.outputs().size(); i++) {
                double value = values.outputs().get(i).standardisation().invert(outputs[offset + i]);
                cells.add(Double.toString(value));
            }
        }
    }
}
