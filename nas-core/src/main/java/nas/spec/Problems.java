package nas.spec;

import com.google.common.collect.Lists;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import nas.InvalidInputException;

/** Collects what is wrong in one file. */
final class Problems {
    private final List<Problem> found = new ArrayList<>();

    /** Adds a problem. */
    void add(Problem problem) {
        found.add(problem);
    }

    /** Returns how many there are so far. */
    int count() {
        return found.size();
    }

    /** Returns all of them: those of options first, then those of the file from top to bottom. */
    List<Problem> inDocumentOrder() {
        return found.stream()
                .sorted(Comparator.comparing(Problem::place, Place.DOCUMENT_ORDER))
                .toList();
    }

    /** @throws InvalidInputException about the first problem in their order, if there is one */
    void throwFirst() {
        if (!found.isEmpty()) {
            throw inDocumentOrder().get(0).toException();
        }
    }

    /** @throws InvalidInputException about all problems in their order, if there are any */
    void throwAll() {
        if (!found.isEmpty()) {
            throw InvalidInputException.all(Lists.transform(inDocumentOrder(), Problem::toException));
        }
    }
}
