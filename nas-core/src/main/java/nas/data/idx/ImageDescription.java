package nas.data.idx;

import com.google.common.collect.ImmutableList;
import java.util.Collection;
import nas.InvalidInputException;
import nas.data.DataDescription;
import nas.data.DataSource;
import nas.data.MissingCells;
import nas.data.Quoted;
import nas.data.TableFormat;
import nas.data.Task;
import org.jspecify.annotations.Nullable;

/** Refuses what a description says of tables and what means nothing for images. */
final class ImageDescription {
    private final DataSource source;

    private ImageDescription(DataSource source) {
        this.source = source;
    }

    /** @throws InvalidInputException if anything is said that does not suit images; it names the first such key */
    static void check(DataSource source, DataDescription description) {
        new ImageDescription(source).check(description);
    }

    private void check(DataDescription description) {
        if (description.target().task() == Task.REGRESSION) {
            throw new InvalidInputException(
                    "data.task must be classification for images, but was regression for " + source.text());
        }
        names("data.columns", description.reading().columns().keySet());
        names("data.target", description.target().columns());
        names("data.target.map", description.target().spellings().keySet());
        was("data.group", description.rows().group());
        was("data.time", description.rows().time());
        description.officialTest().ifPresent(test -> was("data.test", test.text()));
        check(description.reading().format());
        if (!description.reading().missing().equals(MissingCells.DEFAULT)) {
            throw refusal("data.missing", "was given");
        }
    }

    private void check(TableFormat format) {
        names("data.header", format.names());
        was("data.header", format.hasHeader());
        was("data.delimiter", format.delimiter());
        was("data.quote", format.quote());
    }

    private void names(String key, Collection<String> names) {
        if (!names.isEmpty()) {
            throw refusal(key, "names [" + Quoted.list(ImmutableList.copyOf(names)) + "]");
        }
    }

    private void was(String key, @Nullable Object said) {
        if (said != null) {
            throw refusal(key, "was " + Quoted.text(said.toString()));
        }
    }

    private InvalidInputException refusal(String key, String said) {
        return new InvalidInputException(key + " must be left out for images, but " + said + " for " + source.text());
    }
}
