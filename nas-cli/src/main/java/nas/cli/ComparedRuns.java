package nas.cli;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import nas.InvalidInputException;
import nas.journal.JournalReader;
import nas.journal.RunFolder;
import nas.journal.RunHistory;
import nas.journal.Rung;
import nas.report.Progressions;
import nas.report.ReportJson.Other;

/**
 * Runs that are looked at side by side.
 *
 * @param runs the runs, none twice, in the order in which they were named
 */
record ComparedRuns(List<Run> runs) {
    /** Copies the list. */
    ComparedRuns {
        runs = ImmutableList.copyOf(runs);
    }

    /** A run with what its journal holds. */
    record Run(String name, RunFolder folder, RunHistory history) {}

    /**
     * Reads runs.
     *
     * @throws InvalidInputException if there is no such run, or its journal is damaged
     */
    static ComparedRuns of(RunNames names, List<String> runs) {
        List<Run> read = new ArrayList<>();
        for (String run : runs) {
            RunFolder folder = names.find(run);
            if (read.stream().noneMatch(each -> isSame(each.folder(), folder))) {
                read.add(new Run(names.reference(folder), folder, JournalReader.read(folder)));
            }
        }
        return new ComparedRuns(read);
    }

    /** Reads runs to be looked at beside one that was read already. */
    static ComparedRuns of(RunNames names, RunHistory history, RunFolder folder, List<String> beside) {
        List<Run> read = new ArrayList<>(List.of(new Run(names.reference(folder), folder, history)));
        read.addAll(of(names, beside).runs());
        return new ComparedRuns(read);
    }

    /** Tells whether two folders are one. */
    static boolean isSame(RunFolder one, RunFolder other) {
        return one.path()
                .toAbsolutePath()
                .normalize()
                .equals(other.path().toAbsolutePath().normalize());
    }

    /** Returns all but the first. */
    List<Other> others() {
        return runs.stream()
                .skip(1)
                .map(run -> new Other(run.name(), run.history()))
                .toList();
    }

    /** Returns the progress of each run on one scale; of runs that cannot be compared it means nothing. */
    List<Progressions.Named> progressions() {
        return Progressions.of(
                runs.stream().map(run -> new Other(run.name(), run.history())).toList());
    }

    /** Returns why objectives of these runs cannot be compared, if they cannot. */
    Optional<String> obstacle() {
        if (differ(run -> run.history().header().data().fingerprint())) {
            return Optional.of("they are about different data, or divide them differently");
        }
        if (runs.stream().anyMatch(run -> run.history().rungs().isEmpty())) {
            return Optional.of("not all of them have measured a network yet");
        }
        if (differ(run ->
                run.history().rungs().stream().mapToInt(Rung::epochs).max().orElse(0))) {
            return Optional.of("the longest trainings of their searches so far have different numbers of epochs");
        }
        return Optional.empty();
    }

    private <T> boolean differ(Function<Run, T> trait) {
        return runs.stream().map(trait).distinct().count() > 1;
    }

    /** @throws InvalidInputException if objectives of these runs cannot be compared */
    void checkAreComparable() {
        obstacle().ifPresent(why -> {
            throw new InvalidInputException("objectives of "
                    + String.join(", ", runs.stream().map(Run::name).toList()) + " cannot be compared: " + why);
        });
    }
}
