package nas.bench;

import static com.google.common.base.Preconditions.checkArgument;

import java.nio.file.Path;
import nas.data.Dataset;
import nas.data.source.Datasets;
import nas.run.SearchSettings;
import nas.spec.DataShape;
import nas.spec.Overrides;
import nas.spec.SearchSpec;
import nas.spec.SearchSpecReader;

/**
 * What a search-space file asks for, as a search would read it.
 *
 * @param data the rows
 * @param settings space, rungs, finalists and all else
 */
record SearchTask(Dataset data, SearchSettings settings) {
    /**
     * Reads the file and its data.
     *
     * @param arguments a search-space file, and the folder of its data
     * @throws IllegalArgumentException if they are not two, or the data have folds in place of validation rows
     */
    static SearchTask of(String... arguments) {
        checkArgument(arguments.length == 2, "arguments must be: SPACE.yaml FOLDER");
        SearchSpec spec = SearchSpecReader.of(arguments[0], Overrides.NONE.withData(Path.of(arguments[1])))
                .spec();
        Dataset data = Datasets.load(spec.data());
        checkArgument(
                data.folds().isEmpty(),
                "data must have validation rows, but %s has %s folds: set data.split.validation",
                data.name(),
                data.folds().size());
        return new SearchTask(data, spec.settings(DataShape.of(data)));
    }
}
