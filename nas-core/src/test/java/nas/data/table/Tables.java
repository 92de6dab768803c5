package nas.data.table;

import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.IntStream;
import nas.data.DataDescription;
import nas.data.DataSource;
import nas.data.Dataset;
import nas.data.LoadedData;
import nas.data.TargetChoice;

/** Tables that tests read from texts. */
final class Tables {
    private Tables() {}

    /** Returns a description that predicts columns. */
    static DataDescription predicting(String... targets) {
        return DataDescription.of(new DataSource.CsvFile(Path.of("t.csv"))).withTarget(TargetChoice.of(targets));
    }

    static Table read(String text, DataDescription description) {
        return TableReader.read(TextSource.of("t.csv", text), Optional.empty(), description);
    }

    static Table read(String text, String test, DataDescription description) {
        return TableReader.read(
                TextSource.of("t.csv", text), Optional.of(TextSource.of("test.csv", test)), description);
    }

    static LoadedData load(String text, DataDescription description) {
        return TableLoader.load("t.csv", read(text, description), description);
    }

    static Dataset data(String text, DataDescription description) {
        return load(text, description).data();
    }

    /** Returns the numbers of a column. */
    static double[] numbers(Table table, String column) {
        int index = table.columns().names().indexOf(column);
        return table.cells(index)
                .match(
                        numbers -> IntStream.range(0, numbers.size())
                                .mapToDouble(numbers::at)
                                .toArray(),
                        texts -> {
                            throw new AssertionError(column + " holds texts");
                        });
    }

    /** Returns the texts of a column, {@code null} where missing. */
    static String[] texts(Table table, String column) {
        int index = table.columns().names().indexOf(column);
        return table.cells(index)
                .match(
                        numbers -> {
                            throw new AssertionError(column + " holds numbers");
                        },
                        texts -> IntStream.range(0, texts.size())
                                .mapToObj(row -> texts.at(row) < 0
                                        ? null
                                        : texts.levels().get(texts.at(row)))
                                .toArray(String[]::new));
    }
}
