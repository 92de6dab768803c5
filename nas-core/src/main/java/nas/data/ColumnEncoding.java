package nas.data;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** How the cells of one column of a table become network inputs. */
public sealed interface ColumnEncoding {
    /** Returns the column's name. */
    String column();

    /** Returns the number of inputs that the column becomes. */
    int count();

    /** Returns the name of each input that the column becomes. */
    List<String> inputNames();

    /** Returns whatever the case at hand's function makes of it. */
    <T> T match(Function<Numeric, T> number, Function<Levels, T> levels, Function<Flag, T> flag);

    /**
     * One standardised number, within bounds; and, if so wanted, a second input that is 1 where the cell is missing, else 0.
     *
     * @param fill stands for missing cells: the median of the training rows
     * @param standardisation fitted on the training rows
     * @param least the lowest standardised value; lower ones are raised to it
     * @param most the highest standardised value; higher ones are lowered to it
     * @param isIndicated whether there is the second input
     */
    record Numeric(
            String column, double fill, Standardisation standardisation, float least, float most, boolean isIndicated)
            implements ColumnEncoding {
        /** @throws IllegalArgumentException if {@code fill} or a bound is not finite, or the bounds are not in order */
        public Numeric {
            if (!Double.isFinite(fill)) {
                throw new IllegalArgumentException("fill must be finite, but was " + fill);
            }
            if (!Float.isFinite(least) || !Float.isFinite(most) || least > most) {
                throw new IllegalArgumentException(
                        "least and most must be finite and in order, but were " + least + " and " + most);
            }
        }

        /** Returns the encoding of numbers that are network inputs as they are. */
        public static Numeric plain(String column) {
            return new Numeric(column, 0, Standardisation.NONE, -Float.MAX_VALUE, Float.MAX_VALUE, false);
        }

        /** Returns the first input for a number, NaN where it is missing. */
        public float input(double value) {
            float standardised = standardisation.apply(Double.isNaN(value) ? fill : value);
            return Math.min(Math.max(standardised, least), most);
        }

        /** Tells whether a number, NaN where it is missing, is beyond the bounds. */
        public boolean isBeyond(double value) {
            float standardised = standardisation.apply(value);
            return standardised < least || standardised > most;
        }

        @Override
        public int count() {
            return isIndicated ? 2 : 1;
        }

        @Override
        public List<String> inputNames() {
            return isIndicated ? ImmutableList.of(column, column + "=(missing)") : ImmutableList.of(column);
        }

        /**
         * Writes the inputs for a cell.
         *
         * @param cell its text without blanks around it, or {@code null} where it is missing
         * @throws IllegalArgumentException if there is a text, and it is no finite number
         */
        public void encode(@Nullable String cell, float[] into, int at) {
            double value = cell == null ? Double.NaN : Numbers.parse(cell);
            if (cell != null && !Double.isFinite(value)) {
                throw new IllegalArgumentException(
                        Quoted.line(column) + " must be a finite number, but was " + Quoted.text(cell));
            }
            encode(value, into, at);
        }

        /** Writes the inputs for a number, NaN where it is missing. */
        public void encode(double value, float[] into, int at) {
            into[at] = input(value);
            if (isIndicated) {
                into[at + 1] = Double.isNaN(value) ? 1 : 0;
            }
        }

        @Override
        public <T> T match(Function<Numeric, T> number, Function<Levels, T> levels, Function<Flag, T> flag) {
            return number.apply(this);
        }
    }

    /**
     * One of several levels: the input of that level is 1, all others are 0. A level that is not among them is an
     * <em>other</em> one, or, where there is no input for those, none.
     *
     * @param levels the levels that have inputs of their own, in the order of the inputs
     * @param hasOther whether an input follows for all other levels
     * @param hasMissing whether a last input follows for missing cells
     */
    record Levels(String column, List<String> levels, boolean hasOther, boolean hasMissing) implements ColumnEncoding {
        /** @throws IllegalArgumentException if a level is there twice */
        public Levels {
            levels = ImmutableList.copyOf(levels);
            if (levels.stream().distinct().count() < levels.size()) {
                throw new IllegalArgumentException("levels must differ, but were " + levels);
            }
        }

        /** Returns the position of each level among the inputs. */
        public Map<String, Integer> positions() {
            ImmutableMap.Builder<String, Integer> positions = ImmutableMap.builder();
            for (int i = 0; i < levels.size(); i++) {
                positions.put(levels.get(i), i);
            }
            return positions.buildOrThrow();
        }

        /** Returns the position of the input for all other levels, or -1 where there is none. */
        public int other() {
            return hasOther ? levels.size() : -1;
        }

        /** Returns the position of the input for missing cells, or -1 where there is none. */
        public int missing() {
            return hasMissing ? levels.size() + (hasOther ? 1 : 0) : -1;
        }

        @Override
        public int count() {
            return levels.size() + (hasOther ? 1 : 0) + (hasMissing ? 1 : 0);
        }

        @Override
        public List<String> inputNames() {
            ImmutableList.Builder<String> names = ImmutableList.builder();
            levels.forEach(level -> names.add(column + "=" + level));
            if (hasOther) {
                names.add(column + "=(other)");
            }
            if (hasMissing) {
                names.add(column + "=(missing)");
            }
            return names.build();
        }

        /** Writes the inputs for the position of a level, -1 for none. */
        public void encode(int position, float[] into, int at) {
            Arrays.fill(into, at, at + count(), 0);
            if (position >= 0) {
                into[at + position] = 1;
            }
        }

        @Override
        public <T> T match(Function<Numeric, T> number, Function<Levels, T> levels, Function<Flag, T> flag) {
            return levels.apply(this);
        }
    }

    /**
     * One of two levels: 0 for the one, 1 for the other, one half for anything else and for missing cells.
     *
     * @param off the level that becomes 0
     * @param on the level that becomes 1
     */
    record Flag(String column, String off, String on) implements ColumnEncoding {
        /** What stands for neither level. */
        public static final float UNKNOWN = 0.5f;

        /** @throws IllegalArgumentException if both levels are the same */
        public Flag {
            if (off.equals(on)) {
                throw new IllegalArgumentException("levels must differ, but both were " + off);
            }
        }

        @Override
        public int count() {
            return 1;
        }

        @Override
        public List<String> inputNames() {
            return ImmutableList.of(column + "=" + on);
        }

        /** Returns the input for a cell. */
        public float input(@Nullable String cell) {
            return off.equals(cell) ? 0 : on.equals(cell) ? 1 : UNKNOWN;
        }

        @Override
        public <T> T match(Function<Numeric, T> number, Function<Levels, T> levels, Function<Flag, T> flag) {
            return flag.apply(this);
        }
    }
}
