package nas.report;

import com.google.common.collect.ImmutableList;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import nas.journal.JournalRecord.Bred;
import nas.journal.JournalRecord.Concluded;
import nas.journal.JournalRecord.GenerationEnded;
import nas.journal.RunAnswer;
import nas.journal.RunHistory;
import nas.journal.Rung;
import nas.select.Assessed;
import nas.space.Genome;

/**
 * How a genome came about: from one that was there at the beginning, each the parent of the next. Of two parents the one of the
 * lower loss is followed, at the highest rung at which both were measured.
 *
 * @param steps from the beginning to the genome
 */
public record Ancestry(List<Step> steps) {
    /** Copies the list. */
    public Ancestry {
        steps = ImmutableList.copyOf(steps);
    }

    /**
     * A genome of the line.
     *
     * @param genome the genome
     * @param generation in which it was bred first
     * @param operators what made it of its parents, or why it was there
     * @param otherParent key of the parent that is not followed, or an empty text
     * @param gain what that brought; empty at the beginning, and where it and its parent were never measured alike
     */
    public record Step(Genome genome, int generation, List<String> operators, String otherParent, Optional<Gain> gain) {
        /** Copies the list. */
        public Step {
            operators = ImmutableList.copyOf(operators);
        }
    }

    /**
     * A child next to its parent.
     *
     * @param epochs epochs of the highest rung at which both were measured
     * @param parent the parent there
     * @param child the child there
     */
    public record Gain(int epochs, Assessed parent, Assessed child) {}

    /** Returns how the winner of a run came about or, where steps down led to it, the finalist from which they began. */
    public static Ancestry ofWinner(RunHistory history) {
        return history.concluded()
                .map(Concluded::descentStart)
                .or(() -> history.answer().map(RunAnswer::winner).map(Assessed::genome))
                .map(genome -> of(history, genome))
                .orElse(new Ancestry(List.of()));
    }

    /** Returns how a genome of a run came about; no steps where it was not bred. */
    public static Ancestry of(RunHistory history, Genome genome) {
        return new Line(history).to(genome.key());
    }

    /** Who was bred, in which generation. */
    private record Birth(Bred bred, int generation, Genome genome) {}

    /** All births, and how all did. */
    private static final class Line {
        private final Map<String, Birth> births = new HashMap<>();
        private final SortedMap<Integer, Map<String, Assessed>> rungs = new TreeMap<>();

        Line(RunHistory history) {
            Map<String, Genome> genomes = new HashMap<>();
            history.trials()
                    .forEach(result -> genomes.putIfAbsent(
                            result.trial().genome().key(), result.trial().genome()));
            for (GenerationEnded generation : history.generations()) {
                for (Bred each : generation.bred()) {
                    Optional.ofNullable(genomes.get(each.key()))
                            .ifPresent(genome ->
                                    births.putIfAbsent(each.key(), new Birth(each, generation.number(), genome)));
                }
            }
            for (Rung rung : history.rungs()) {
                Map<String, Assessed> byKey = new HashMap<>();
                rung.measured().forEach(each -> byKey.put(each.genome().key(), each));
                rungs.put(rung.epochs(), byKey);
            }
        }

        Ancestry to(String key) {
            Deque<Step> steps = new ArrayDeque<>();
            Set<String> seen = new HashSet<>();
            Optional<Birth> next = Optional.ofNullable(births.get(key));
            while (next.filter(birth -> seen.add(birth.bred().key())).isPresent()) {
                Birth child = next.get();
                Optional<String> parent = parent(child.bred());
                steps.addFirst(step(child, parent));
                next = parent.flatMap(from -> Optional.ofNullable(births.get(from)));
            }
            return new Ancestry(List.copyOf(steps));
        }

        private Step step(Birth child, Optional<String> parent) {
            String other = child.bred().parents().stream()
                    .filter(each -> !parent.equals(Optional.of(each)))
                    .findFirst()
                    .orElse("");
            return new Step(
                    child.genome(),
                    child.generation(),
                    child.bred().operators(),
                    other,
                    parent.flatMap(from -> gain(from, child.bred().key())));
        }

        private Optional<String> parent(Bred child) {
            return child.parents().stream()
                    .distinct()
                    .reduce((first, second) -> isBetter(second, first) ? second : first);
        }

        private boolean isBetter(String one, String other) {
            return gain(other, one)
                    .filter(gain -> gain.child().loss() < gain.parent().loss())
                    .isPresent();
        }

        private Optional<Gain> gain(String parent, String child) {
            Optional<Gain> highest = Optional.empty();
            for (Map.Entry<Integer, Map<String, Assessed>> rung : rungs.entrySet()) {
                Assessed before = rung.getValue().get(parent);
                Assessed after = rung.getValue().get(child);
                if (before != null && after != null) {
                    highest = Optional.of(new Gain(rung.getKey(), before, after));
                }
            }
            return highest;
        }
    }
}
