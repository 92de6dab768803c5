package nas.data.table;

import com.google.common.base.CharMatcher;
import java.util.function.IntSupplier;
import nas.data.Quoted;

/** What is made of a column that holds numbers and texts. */
enum MixedCells {
    /** An input: the more frequent kind decides. Texts among more numbers are mistakes, or stand for missing values. */
    INPUT {
        @Override
        boolean areTexts(long numbers, long texts, IntSupplier distinctNumbers) {
            return texts >= numbers;
        }

        @Override
        String complaint(String name, String cell) {
            return "must be a finite number, but was " + Quoted.text(cell)
                    + "; if that stands for a missing value add it to data.missing; to take the column as classes write"
                    + " columns: {" + key(name) + ": categorical}, to leave it out {" + key(name) + ": ignore}";
        }
    },
    /** A target whose task is open: texts beside few different numbers make all of them classes. */
    TARGET {
        @Override
        boolean areTexts(long numbers, long texts, IntSupplier distinctNumbers) {
            return texts > numbers || distinctNumbers.getAsInt() <= TargetColumn.MOST_CLASSES;
        }

        @Override
        String complaint(String name, String cell) {
            return "must be a number as in other rows, but was " + Quoted.text(cell)
                    + "; if that stands for a missing value add it to data.missing; to take all values as classes write"
                    + " task: classification";
        }
    },
    /** A target of classes: texts beside numbers make all of them texts. */
    CLASSES {
        @Override
        boolean areTexts(long numbers, long texts, IntSupplier distinctNumbers) {
            return true;
        }

        @Override
        String complaint(String name, String cell) {
            return "must be a class, but was " + Quoted.text(cell);
        }
    },
    /** A target that must be a number. */
    REGRESSION {
        @Override
        boolean areTexts(long numbers, long texts, IntSupplier distinctNumbers) {
            return false;
        }

        @Override
        String complaint(String name, String cell) {
            return "must be a number for regression, but was " + Quoted.text(cell)
                    + "; if that stands for a missing value add it to data.missing";
        }
    };

    private static final CharMatcher PLAIN = CharMatcher.inRange('a', 'z')
            .or(CharMatcher.inRange('A', 'Z'))
            .or(CharMatcher.inRange('0', '9'))
            .or(CharMatcher.anyOf("_-."))
            .precomputed();

    /**
     * Tells whether all cells of a column are texts, its numbers too.
     *
     * @param distinctNumbers counts the different numbers
     */
    abstract boolean areTexts(long numbers, long texts, IntSupplier distinctNumbers);

    /** Returns what is to be said of a text among numbers. */
    abstract String complaint(String name, String cell);

    private static String key(String name) {
        String line = Quoted.line(name);
        return PLAIN.matchesAllOf(line)
                ? line
                : '"' + line.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
