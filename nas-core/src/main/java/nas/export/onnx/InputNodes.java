package nas.export.onnx;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.Floats;
import com.google.common.primitives.Longs;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import nas.data.ColumnEncoding;
import nas.data.InputEncoding;
import nas.trial.FloatVector;
import onnx.Onnx.TensorProto.DataType;

/**
 * The nodes that make network inputs of raw rows. Of a table there are two inputs: {@code numbers}, float64, NaN where missing, and
 * {@code texts}, those columns that are no numbers; of images {@code pixels}, a byte each.
 */
final class InputNodes {
    static final String NUMBERS = "numbers";
    static final String TEXTS = "texts";
    static final String PIXELS = "pixels";

    private final Graph graph;
    private final List<String> parts = new ArrayList<>();
    private final List<Long> places = new ArrayList<>();

    private InputNodes(Graph graph) {
        this.graph = graph;
    }

    /** A column and the number of its first network input. */
    private record Placed<T>(T column, int first) {}

    /** Adds the nodes and returns the network inputs, {@code [rows, inputs]}, float32. */
    static String add(InputEncoding inputs, Graph graph) {
        return inputs.match(
                columns -> new InputNodes(graph).table(columns), pixels -> new InputNodes(graph).images(pixels));
    }

    /** Returns the columns of numbers, in their order. */
    static List<String> numbers(InputEncoding.Columns columns) {
        return columns.columns().stream()
                .filter(ColumnEncoding.Numeric.class::isInstance)
                .map(ColumnEncoding::column)
                .toList();
    }

    /** Returns the other columns, in their order. */
    static List<String> texts(InputEncoding.Columns columns) {
        return columns.columns().stream()
                .filter(column -> !(column instanceof ColumnEncoding.Numeric))
                .map(ColumnEncoding::column)
                .toList();
    }

    private String images(InputEncoding.Pixels pixels) {
        String bytes = graph.input(PIXELS, DataType.UINT8, pixels.count());
        String values = graph.node("pixel_values", "Cast", List.of(bytes), Graph.to(DataType.DOUBLE));
        return standardised(
                values,
                graph.doubles("mean", List.of(pixels.standardisation().mean())),
                graph.doubles("deviation", List.of(pixels.standardisation().deviation())));
    }

    private String standardised(String values, String mean, String deviation) {
        String centred = graph.node("centred", "Sub", List.of(values, mean));
        String scaled = graph.node("scaled", "Div", List.of(centred, deviation));
        return graph.node("standardised_inputs", "Cast", List.of(scaled), Graph.to(DataType.FLOAT));
    }

    private String table(InputEncoding.Columns columns) {
        List<Placed<ColumnEncoding.Numeric>> numbers = new ArrayList<>();
        List<Placed<ColumnEncoding>> texts = new ArrayList<>();
        int first = 0;
        for (ColumnEncoding column : columns.columns()) {
            if (column instanceof ColumnEncoding.Numeric number) {
                numbers.add(new Placed<>(number, first));
            } else {
                texts.add(new Placed<>(column, first));
            }
            first += column.count();
        }
        if (!numbers.isEmpty()) {
            numbers(numbers);
        }
        if (!texts.isEmpty()) {
            texts(texts, ImmutableList.copyOf(columns.missing()));
        }
        return joined();
    }

    /** Parts come in the order in which they were made, network inputs in that of the columns. */
    private String joined() {
        String all = parts.size() == 1 ? parts.get(0) : graph.node("joined", "Concat", parts, Graph.integer("axis", 1));
        Long[] order = new Long[places.size()];
        for (int i = 0; i < order.length; i++) {
            order[Math.toIntExact(places.get(i))] = (long) i;
        }
        List<Long> sources = ImmutableList.copyOf(order);
        boolean isInOrder =
                sources.equals(Longs.asList(LongStream.range(0, order.length).toArray()));
        return isInOrder
                ? all
                : graph.node(
                        "inputs",
                        "Gather",
                        List.of(all, graph.integers("input_order", sources)),
                        Graph.integer("axis", 1));
    }

    private void part(String output, int first, int count) {
        parts.add(output);
        LongStream.range(first, (long) first + count).forEach(places::add);
    }

    private void numbers(List<Placed<ColumnEncoding.Numeric>> all) {
        List<ColumnEncoding.Numeric> columns = all.stream().map(Placed::column).toList();
        String raw = graph.input(NUMBERS, DataType.DOUBLE, columns.size());
        String missing = graph.node("missing_numbers", "IsNaN", List.of(raw));
        String fill = graph.doubles(
                "fill", columns.stream().map(ColumnEncoding.Numeric::fill).toList(), columns.size());
        String filled = graph.node("filled", "Where", List.of(missing, fill, raw));
        String standardised = standardised(
                filled,
                graph.doubles(
                        "mean",
                        columns.stream()
                                .map(column -> column.standardisation().mean())
                                .toList(),
                        columns.size()),
                graph.doubles(
                        "deviation",
                        columns.stream()
                                .map(column -> column.standardisation().deviation())
                                .toList(),
                        columns.size()));
        String raised = graph.node(
                "raised",
                "Max",
                List.of(
                        standardised,
                        graph.floats(
                                "least",
                                floats(columns.stream()
                                        .map(ColumnEncoding.Numeric::least)
                                        .toList()),
                                columns.size())));
        parts.add(graph.node(
                "bounded",
                "Min",
                List.of(
                        raised,
                        graph.floats(
                                "most",
                                floats(columns.stream()
                                        .map(ColumnEncoding.Numeric::most)
                                        .toList()),
                                columns.size()))));
        all.forEach(each -> places.add((long) each.first()));
        indicators(all, missing);
    }

    private void indicators(List<Placed<ColumnEncoding.Numeric>> all, String missing) {
        List<Long> indicated = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).column().isIndicated()) {
                indicated.add((long) i);
                places.add(all.get(i).first() + 1L);
            }
        }
        if (!indicated.isEmpty()) {
            String flags = graph.node(
                    "indicated",
                    "Gather",
                    List.of(missing, graph.integers("indicated_columns", indicated)),
                    Graph.integer("axis", 1));
            parts.add(graph.node("indicators", "Cast", List.of(flags), Graph.to(DataType.FLOAT)));
        }
    }

    private static FloatVector floats(List<Float> values) {
        return FloatVector.copyOf(Floats.toArray(values));
    }

    private void texts(List<Placed<ColumnEncoding>> all, List<String> missing) {
        String raw = graph.input(TEXTS, DataType.STRING, all.size());
        graph.integers("last_axis", List.of(1L));
        graph.floats("one", floats(List.of(1f)), 1);
        for (int i = 0; i < all.size(); i++) {
            String name = "text" + (i + 1);
            String cell = graph.node(
                    name,
                    "Gather",
                    List.of(raw, graph.integers(name + "_column", List.of((long) i))),
                    Graph.integer("axis", 1));
            part(
                    encoded(name, cell, all.get(i).column(), missing),
                    all.get(i).first(),
                    all.get(i).column().count());
        }
    }

    private String encoded(String name, String cell, ColumnEncoding column, List<String> missing) {
        String isMissing = any(name + "_missing", cell, missing);
        String isThere = graph.node(name + "_there", "Sub", List.of("one", isMissing));
        return column.match(
                number -> {
                    throw new IllegalArgumentException("numbers are no texts");
                },
                levels -> levels(name, cell, levels, isThere, isMissing),
                flag -> flag(name, cell, flag, isThere));
    }

    /** {@code [rows, 1]}: 1 where the cell is one of the words, else 0. */
    private String any(String name, String cell, List<String> words) {
        return words.isEmpty()
                ? graph.node(name, "Sub", List.of("one", "one"))
                : graph.node(
                        name,
                        "ReduceSum",
                        List.of(oneHot(name, cell, words), "last_axis"),
                        Graph.integer("keepdims", 1));
    }

    /** {@code [rows, words]}. */
    private String oneHot(String name, String cell, List<String> words) {
        String hot = graph.node(
                name + "_hot",
                Graph.ML,
                "OneHotEncoder",
                List.of(cell),
                Graph.texts("cats_strings", words),
                Graph.integer("zeros", 1));
        return graph.node(name + "_levels", "Squeeze", List.of(hot, "last_axis"));
    }

    /** Where all levels are rare, only those inputs are left that stand for others and for missing cells. */
    private String levels(String name, String cell, ColumnEncoding.Levels levels, String isThere, String isMissing) {
        List<String> columns = new ArrayList<>();
        String other = isThere;
        if (!levels.levels().isEmpty()) {
            String known = graph.node(name + "_known", "Mul", List.of(oneHot(name, cell, levels.levels()), isThere));
            columns.add(known);
            String any =
                    graph.node(name + "_any", "ReduceSum", List.of(known, "last_axis"), Graph.integer("keepdims", 1));
            other = graph.node(name + "_other", "Sub", List.of(isThere, any));
        }
        if (levels.hasOther()) {
            columns.add(other);
        }
        if (levels.hasMissing()) {
            columns.add(isMissing);
        }
        return columns.size() == 1
                ? columns.get(0)
                : graph.node(name + "_encoded", "Concat", columns, Graph.integer("axis", 1));
    }

    /** One half, and a half less for the one and a half more for the other level. */
    private String flag(String name, String cell, ColumnEncoding.Flag flag, String isThere) {
        String known = graph.node(
                name + "_known", "Mul", List.of(oneHot(name, cell, List.of(flag.off(), flag.on())), isThere));
        String steps = graph.floats(name + "_steps", floats(List.of(-0.5f, 0.5f)), 2, 1);
        String step = graph.node(name + "_step", "MatMul", List.of(known, steps));
        return graph.node(
                name + "_encoded",
                "Add",
                List.of(step, graph.floats(name + "_middle", floats(List.of(ColumnEncoding.Flag.UNKNOWN)), 1)));
    }
}
