package nas.data;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** How the raw inputs of a row become network inputs. */
public sealed interface InputEncoding {
    /** Returns the number of network inputs. */
    int count();

    /** Returns one name for each network input, in order. */
    List<String> names();

    /** Returns whatever the case at hand's function makes of it. */
    <T> T match(Function<Columns, T> columns, Function<Pixels, T> pixels);

    /**
     * The columns of a table, each in its own way, one after another.
     *
     * @param columns the columns that are inputs, in the order of the inputs
     * @param missing the texts of cells that stand for an unknown value
     */
    record Columns(List<ColumnEncoding> columns, Set<String> missing) implements InputEncoding {
        /** Copies list and set. */
        public Columns {
            columns = ImmutableList.copyOf(columns);
            missing = ImmutableSortedSet.copyOf(missing);
        }

        @Override
        public int count() {
            return columns.stream().mapToInt(ColumnEncoding::count).sum();
        }

        @Override
        public List<String> names() {
            return columns.stream()
                    .flatMap(column -> column.inputNames().stream())
                    .collect(ImmutableList.toImmutableList());
        }

        @Override
        public <T> T match(Function<Columns, T> columns, Function<Pixels, T> pixels) {
            return columns.apply(this);
        }
    }

    /**
     * The pixels (0 to 255) of an image, which all share one standardisation.
     *
     * @param count number of pixels
     */
    record Pixels(int count, Standardisation standardisation) implements InputEncoding {
        @Override
        public List<String> names() {
            return Preprocessing.numbered("pixel", count);
        }

        @Override
        public <T> T match(Function<Columns, T> columns, Function<Pixels, T> pixels) {
            return pixels.apply(this);
        }
    }
}
