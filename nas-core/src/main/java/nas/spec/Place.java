package nas.spec;

import java.util.Comparator;
import nas.InvalidInputException;

/** Where something was written: in a file or on the command line. */
sealed interface Place {
    /** What was written on the command line first, then a file from top to bottom. */
    Comparator<Place> DOCUMENT_ORDER = Comparator.comparingInt(Place::line).thenComparingInt(Place::column);

    /** Returns the line, from 1; 0 outside of files. */
    int line();

    /** Returns the column, from 1; 0 outside of files. */
    int column();

    /** Returns an exception that names this place. */
    InvalidInputException error(String message);

    /** A character of a file. */
    record Position(String file, int line, int column) implements Place {
        @Override
        public InvalidInputException error(String message) {
            return InvalidInputException.at(file, line, column, message);
        }
    }

    /** An option, by the label that its user knows, such as {@code --seed}. */
    record Option(String label) implements Place {
        @Override
        public int line() {
            return 0;
        }

        @Override
        public int column() {
            return 0;
        }

        @Override
        public InvalidInputException error(String message) {
            return new InvalidInputException(label + ": " + message);
        }
    }
}
