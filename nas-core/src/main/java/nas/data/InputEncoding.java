package nas.data;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.function.Function;

/** How the raw inputs of a row become network inputs. */
public sealed interface InputEncoding {
    /** Returns the standardisation of an input, counted from 0. */
    Standardisation input(int index);

    /** Returns whatever the case at hand's function makes of it. */
    <T> T match(Function<Columns, T> columns, Function<Pixels, T> pixels);

    /** Every column of a table has a standardisation of its own. */
    record Columns(List<Standardisation> standardisations) implements InputEncoding {
        /** Copies the list. */
        public Columns {
            standardisations = ImmutableList.copyOf(standardisations);
        }

        @Override
        public Standardisation input(int index) {
            return standardisations.get(index);
        }

        @Override
        public <T> T match(Function<Columns, T> columns, Function<Pixels, T> pixels) {
            return columns.apply(this);
        }
    }

    /** All pixels (0 to 255) of an image share one standardisation. */
    record Pixels(Standardisation standardisation) implements InputEncoding {
        @Override
        public Standardisation input(int index) {
            return standardisation;
        }

        @Override
        public <T> T match(Function<Columns, T> columns, Function<Pixels, T> pixels) {
            return pixels.apply(this);
        }
    }
}
