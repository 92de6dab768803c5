package nas.data;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a search space says about its data. What it leaves open is inferred from the data.
 *
 * @param source where the rows lie
 * @param testSource where official test rows lie that are not part of the source, or {@code null}
 * @param reading how a table is read
 * @param target what to predict
 * @param rows which rows are used and which of them belong together
 * @param split how rows are divided
 */
public record DataDescription(
        DataSource source,
        @Nullable DataSource testSource,
        TableReading reading,
        TargetChoice target,
        RowChoice rows,
        SplitRule split) {
    /** Returns a description that says nothing but where rows lie. */
    public static DataDescription of(DataSource source) {
        return new DataDescription(
                source, null, TableReading.DEFAULT, TargetChoice.INFERRED, RowChoice.ALL, SplitRule.DEFAULT);
    }

    /** Returns where official test rows lie that are not part of the source. */
    public Optional<DataSource> officialTest() {
        return Optional.ofNullable(testSource);
    }

    /** Returns a copy with another source of official test rows. */
    public DataDescription withTestSource(@Nullable DataSource changed) {
        return new DataDescription(source, changed, reading, target, rows, split);
    }

    /** Returns a copy that reads tables in another way. */
    public DataDescription withReading(TableReading changed) {
        return new DataDescription(source, testSource, changed, target, rows, split);
    }

    /** Returns a copy that predicts something else. */
    public DataDescription withTarget(TargetChoice changed) {
        return new DataDescription(source, testSource, reading, changed, rows, split);
    }

    /** Returns a copy that uses other rows. */
    public DataDescription withRows(RowChoice changed) {
        return new DataDescription(source, testSource, reading, target, changed, split);
    }

    /** Returns a copy with another split. */
    public DataDescription withSplit(SplitRule changed) {
        return new DataDescription(source, testSource, reading, target, rows, changed);
    }
}
