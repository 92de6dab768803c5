package nas.export.source;

import com.google.common.collect.ImmutableList;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import nas.data.ColumnEncoding;
import nas.data.InputEncoding;
import nas.data.Numbers;
import nas.data.Preprocessing;
import nas.data.Standardisation;
import nas.data.TargetEncoding;
import nas.export.SampleRows;
import nas.train.TrainedNetwork;
import org.jspecify.annotations.Nullable;

/** Compares what a program predicts with what the network says and what its formulas say, on rows that are made up. */
final class ProgramCheck {
    /** Numbers that differ by no more units in the last place are the same. */
    private static final double ROUNDING = 4;

    private final CompiledProgram program;
    private final Preprocessing preprocessing;

    /**
     * The largest differences: of probabilities, or of standardised values, of one above 1 relative to it. NaN where one of them is
     * no number.
     *
     * @param toFormulas to the layers computed in double, as the program does
     * @param toNetwork to the network, which computes in float32
     */
    record Differences(double toFormulas, double toNetwork) {}

    ProgramCheck(CompiledProgram program, Preprocessing preprocessing) {
        this.program = program;
        this.preprocessing = preprocessing;
    }

    /**
     * Returns the largest differences.
     *
     * @throws IllegalStateException if the program has other names than the network's outputs, or fails on a row
     */
    Differences differences(TrainedNetwork network) {
        checkNames();
        List<double[]> predicted = predicted();
        float[] inputs = SampleRows.inputs(preprocessing);
        List<double[]> exact = new ExactForward(network.forward()).outputs(inputs);
        float[] said = network.outputs(inputs, predicted.size());
        int outputs = said.length / predicted.size();
        return new Differences(
                largest(predicted, (row, i) -> exact.get(row)[i]),
                largest(predicted, (row, i) -> said[row * outputs + i]));
    }

    /** What an output is for a row. */
    private interface Expected {
        double of(int row, int output);
    }

    private double largest(List<double[]> predicted, Expected expected) {
        double largest = 0;
        for (int row = 0; row < predicted.size(); row++) {
            double[] outputs = predicted.get(row);
            for (int i = 0; i < outputs.length; i++) {
                largest = Math.max(largest, difference(outputs[i], expected.of(row, i), i));
            }
        }
        return largest;
    }

    private void checkNames() {
        List<String> expected = preprocessing
                .target()
                .match(
                        TargetEncoding.Classes::names,
                        values -> values.outputs().stream()
                                .map(TargetEncoding.Output::name)
                                .toList());
        List<String> found = program.names(preprocessing.target().match(classes -> "CLASSES", values -> "OUTPUTS"));
        if (!found.equals(expected)) {
            throw new IllegalStateException("the program must predict " + expected + ", but predicts " + found);
        }
    }

    private List<double[]> predicted() {
        String result = preprocessing.target().match(classes -> "probabilities", values -> "values");
        return preprocessing.inputs().match(columns -> ofTable(columns, result), pixels -> ofImages(pixels, result));
    }

    private List<double[]> ofTable(InputEncoding.Columns inputs, String result) {
        Method prediction = program.prediction(double[].class, String[].class);
        return SampleRows.cells(inputs).stream()
                .map(cells -> CompiledProgram.predicted(
                        prediction, result, numbers(inputs.columns(), cells), texts(inputs.columns(), cells)))
                .collect(ImmutableList.toImmutableList());
    }

    private List<double[]> ofImages(InputEncoding.Pixels inputs, String result) {
        Method prediction = program.prediction(byte[].class);
        return SampleRows.images(inputs).stream()
                .map(image -> CompiledProgram.predicted(prediction, result, (Object) image))
                .collect(ImmutableList.toImmutableList());
    }

    private static double[] numbers(List<ColumnEncoding> columns, List<@Nullable String> cells) {
        double[] numbers = new double[columns.size()];
        int count = 0;
        for (int i = 0; i < columns.size(); i++) {
            if (isNumber(columns.get(i))) {
                String cell = cells.get(i);
                numbers[count++] = cell == null ? Double.NaN : Numbers.parse(cell);
            }
        }
        return Arrays.copyOf(numbers, count);
    }

    private static @Nullable String[] texts(List<ColumnEncoding> columns, List<@Nullable String> cells) {
        @Nullable String[] texts = new @Nullable String[columns.size()];
        int count = 0;
        for (int i = 0; i < columns.size(); i++) {
            if (!isNumber(columns.get(i))) {
                texts[count++] = cells.get(i);
            }
        }
        return Arrays.copyOf(texts, count);
    }

    private static boolean isNumber(ColumnEncoding column) {
        return column.match(number -> true, levels -> false, flag -> false);
    }

    private double difference(double predicted, double said, int output) {
        return preprocessing
                .target()
                .match(
                        classes -> Math.abs(predicted - said),
                        values -> difference(
                                predicted, said, values.outputs().get(output).standardisation()));
    }

    /** A mean that is large beside the deviation leaves few digits of what is standardised. */
    private static double difference(double predicted, double said, Standardisation standardisation) {
        double expected = standardisation.invert(said);
        double beyondRounding = Math.max(0, Math.abs(predicted - expected) - ROUNDING * Math.ulp(expected));
        return beyondRounding / standardisation.deviation() / Math.max(1, Math.abs(said));
    }
}
