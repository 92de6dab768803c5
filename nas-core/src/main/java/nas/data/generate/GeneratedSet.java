package nas.data.generate;

import com.google.common.collect.ImmutableList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import nas.InvalidInputException;
import nas.data.Task;

/**
 * The data sets that are computed. Their numbers depend on nothing but the set's name, on no platform and on no seed of a
 * search; the first rows of a larger table are those of a smaller one. Classes take turns, so that they are equally many
 * in any even number of rows (for {@link #XOR}, in any multiple of four).
 */
public enum GeneratedSet {
    /** Ten numbers of which five decide, by a smooth formula with noise. */
    FRIEDMAN1(columns("x1 x2 x3 x4 x5 x6 x7 x8 x9 x10 y"), List.of()),
    /** Two half moons that reach into each other. */
    MOONS(columns("x y moon"), List.of("upper", "lower")),
    /** Two spirals, one inside the other: hard for a small network. */
    SPIRALS(columns("x y spiral"), List.of("first", "second")),
    /** Whether two numbers have the same sign, with noise and two inputs that say nothing. */
    XOR(columns("x1 x2 x3 x4 signs"), List.of("same", "different"));

    /** How many rows there are if nobody says how many. */
    public static final int DEFAULT_ROWS = 2000;

    /** How many rows there are at most. */
    public static final int MOST_ROWS = 1_000_000;

    private final ImmutableList<String> columns;
    private final ImmutableList<String> classNames;

    GeneratedSet(List<String> columns, List<String> classNames) {
        this.columns = ImmutableList.copyOf(columns);
        this.classNames = ImmutableList.copyOf(classNames);
    }

    private static List<String> columns(String words) {
        return ImmutableList.copyOf(words.split(" "));
    }

    /** Returns the set that a search space calls by this name, if there is one. */
    public static Optional<GeneratedSet> of(String name) {
        return Arrays.stream(values()).filter(set -> set.word().equals(name)).findFirst();
    }

    /** Returns the name used in files. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns what is to be predicted. */
    public Task task() {
        return classNames.isEmpty() ? Task.REGRESSION : Task.CLASSIFICATION;
    }

    /** Returns the number of inputs. */
    public int inputs() {
        return columns.size() - 1;
    }

    /** Returns the classes, none where the target is a number. */
    public List<String> classNames() {
        return classNames;
    }

    /**
     * Computes so many rows.
     *
     * @throws InvalidInputException if {@code rows} is not from 1 to 1,000,000
     */
    public GeneratedTable table(int rows) {
        if (rows < 1 || rows > MOST_ROWS) {
            throw new InvalidInputException(
                    "data.rows must be >= 1 and <= " + MOST_ROWS + " for " + word() + ", but was " + rows);
        }
        double[][] table = new double[columns.size()][rows];
        double[] cells = new double[columns.size()];
        Draws draws = Draws.of(word());
        Formulas.Formula formula = formula();
        for (int row = 0; row < rows; row++) {
            formula.draw(draws, row, cells);
            for (int column = 0; column < cells.length; column++) {
                table[column][row] = cells[column];
            }
        }
        return new GeneratedTable(columns, table, columns.get(inputs()), classNames);
    }

    private Formulas.Formula formula() {
        return switch (this) {
            case FRIEDMAN1 -> Formulas::friedman1;
            case MOONS -> Formulas::moons;
            case SPIRALS -> Formulas::spirals;
            case XOR -> Formulas::xor;
        };
    }
}
