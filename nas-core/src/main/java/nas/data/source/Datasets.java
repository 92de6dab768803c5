package nas.data.source;

import java.util.List;
import java.util.Optional;
import nas.InvalidInputException;
import nas.data.DataDescription;
import nas.data.DataSource;
import nas.data.Dataset;
import nas.data.LoadedData;
import nas.data.fetch.FetchFailedException;
import nas.data.fetch.PublishedData;
import nas.data.idx.IdxLoader;
import nas.data.table.Table;
import nas.data.table.TableLoader;
import nas.data.table.TableReader;
import nas.data.table.TextSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Loads data sets.
 *
 * <p>A table is a text file in UTF-8, plain or compressed. How it is laid out, what its columns hold and what is to be
 * predicted is what the description says, and inferred where it says nothing; {@link nas.data.table} tells how.
 *
 * <p>A folder of images holds {@code train-images-idx3-ubyte} and {@code train-labels-idx1-ubyte}, and maybe
 * {@code t10k-images-idx3-ubyte} and {@code t10k-labels-idx1-ubyte} as the official test set; each of them plain or
 * compressed, and spelled with a dot ({@code train-images.idx3-ubyte}) if need be. Official test rows come after all others.
 *
 * <p>A built-in name stands for rows that come with the program, for published images, which are fetched on first use, or
 * for a generated table, of which {@code data.rows} says how many rows are computed: unlike elsewhere none are drawn from
 * more.
 *
 * <p>Everything is fitted on training rows only: tables column by column, images over all pixels together. Where there are
 * folds, which inputs a table has is settled on all rows that are not for the test, and each fold fits its own numbers.
 */
public final class Datasets {
    private static final Logger LOG = LoggerFactory.getLogger(Datasets.class);

    private Datasets() {}

    /**
     * Loads data that need not be downloaded.
     *
     * @throws InvalidInputException as {@link #load(DataDescription, PublishedData)} does
     * @throws FetchFailedException if they would have to be
     */
    public static Dataset load(DataDescription description) {
        return load(description, PublishedData.NONE);
    }

    /**
     * Reads, splits and encodes the rows that a description names. The result depends on nothing but the description
     * and the contents of the files.
     *
     * @param published where published data sets are
     * @throws FetchFailedException if a published data set is not at hand
     * @throws InvalidInputException if a file cannot be read or does not hold what it should, or if the description does
     *     not suit it
     */
    public static Dataset load(DataDescription description, PublishedData published) {
        return profile(description, published).data();
    }

    /**
     * Loads a data set as {@link #load} does, and tells what was found out about its table.
     *
     * @throws FetchFailedException as {@link #load} does
     * @throws InvalidInputException as {@link #load} does
     */
    public static LoadedData profile(DataDescription description, PublishedData published) {
        LoadedData loaded = description
                .source()
                .match(
                        builtIn -> builtIn(builtIn, description, published),
                        file -> table(
                                file,
                                TableReader.read(TextSource.of(file.file()), test(file, description), description),
                                description),
                        folder -> images(folder, description));
        tell(loaded.data());
        return loaded;
    }

    /**
     * Returns the names of the columns of a table, in order; none where the source is no file.
     *
     * @throws InvalidInputException if the file cannot be read or is no table
     */
    public static List<String> columns(DataDescription description) {
        return description
                .source()
                .match(
                        builtIn -> List.of(),
                        file -> TableReader.columns(TextSource.of(file.file()), description),
                        folder -> List.of());
    }

    private static void tell(Dataset data) {
        LOG.info(
                "Loaded {}: {} of {} inputs and {} outputs; {} training, {} validation and {} test rows, {} folds",
                data.name(),
                data.task().word(),
                data.inputs(),
                data.outputs(),
                data.split().train().length,
                data.split().validation().length,
                data.split().test().length,
                data.folds().size());
    }

    private static Optional<TextSource> test(DataSource.CsvFile table, DataDescription description) {
        if (description.officialTest().equals(Optional.of(table))) {
            throw new InvalidInputException(
                    "data.test must be another file than data.source, but both were " + table.text());
        }
        return description
                .officialTest()
                .map(source -> source.match(
                        builtIn -> {
                            throw new InvalidInputException("data.test must be a file, but was " + builtIn.name());
                        },
                        file -> TextSource.of(file.file()),
                        folder -> {
                            throw new InvalidInputException(
                                    "data.test must be a file, but was the folder " + folder.text());
                        }));
    }

    private static LoadedData builtIn(DataSource.BuiltIn source, DataDescription description, PublishedData published) {
        return BuiltIns.isPublished(source.name())
                ? images(new DataSource.IdxFolder(published.folder(source.name())), description)
                : table(source, BuiltIns.read(source, description), description);
    }

    private static LoadedData images(DataSource.IdxFolder folder, DataDescription description) {
        return new LoadedData(IdxLoader.load(folder, description), null);
    }

    private static LoadedData table(DataSource source, Table table, DataDescription description) {
        return TableLoader.load(source.label(), table, description);
    }
}
