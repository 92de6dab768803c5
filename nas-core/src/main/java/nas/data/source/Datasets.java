package nas.data.source;

import nas.InvalidInputException;
import nas.data.DataDescription;
import nas.data.DataSource;
import nas.data.Dataset;
import nas.data.idx.IdxLoader;
import nas.data.table.Table;
import nas.data.table.TableLoader;
import nas.data.table.TableReader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Loads data sets.
 *
 * <p>A table is a comma separated file in UTF-8, with or without a byte order mark, whose first line names the columns.
 * Cells may be quoted and blanks around them do not count. Every column but the target and the ignored ones is an input
 * and holds finite decimal numbers. The target is a class if the description says so, if any of its cells is a text, or
 * if all are integers with at most 20 different values that occur three times each on average; else it is a number.
 *
 * <p>A folder of images holds {@code train-images-idx3-ubyte} and {@code train-labels-idx1-ubyte}, and maybe
 * {@code t10k-images-idx3-ubyte} and {@code t10k-labels-idx1-ubyte} as the official test set; each of them plain or
 * compressed, and spelled with a dot ({@code train-images.idx3-ubyte}) if need be. Official test rows come after all others.
 *
 * <p>Inputs and numeric targets are standardised with the mean and the population standard deviation of the training
 * rows: tables column by column, images over all pixels together.
 */
public final class Datasets {
    private static final Logger LOG = LoggerFactory.getLogger(Datasets.class);

    private Datasets() {}

    /**
     * Reads, splits and encodes the rows that a description names. The result depends on nothing but the description
     * and the contents of the files.
     *
     * @throws InvalidInputException if a file cannot be read or does not hold what it should, or if the description does
     *     not suit it
     */
    public static Dataset load(DataDescription description) {
        Dataset data = description
                .source()
                .match(
                        builtIn -> table(builtIn, BuiltIns.read(builtIn, description), description),
                        file -> table(file, TableReader.read(file.file(), description), description),
                        folder -> IdxLoader.load(folder, description));
        LOG.info(
                "Loaded {}: {} of {} inputs and {} outputs; {} training, {} validation and {} test rows",
                data.name(),
                data.task().word(),
                data.inputs(),
                data.outputs(),
                data.split().train().length,
                data.split().validation().length,
                data.split().test().length);
        return data;
    }

    private static Dataset table(DataSource source, Table table, DataDescription description) {
        return TableLoader.load(source.label(), table, description);
    }
}
