package nas.journal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import nas.select.Assessed;
import nas.space.Genome;
import nas.trial.Budget;
import nas.trial.Fold;
import nas.trial.Measures;
import nas.trial.Trial;
import nas.trial.TrialResult;

/**
 * The trials of a search, by genome, rung and seed: a genome is measured at the rung of its longest training, by the mean
 * over its seeds there, each over all folds where there are folds.
 */
final class SearchTrials {
    private final DataSummary data;
    private final Map<Genome, NavigableMap<Budget, Map<Trial, Map<Fold, TrialResult>>>> byGenome =
            new LinkedHashMap<>();

    /** Takes results in the order in which they ended; those of other trials are left out. */
    SearchTrials(DataSummary data, Iterable<TrialResult> results) {
        this.data = data;
        results.forEach(this::add);
    }

    private void add(TrialResult result) {
        Trial trial = result.trial();
        if (trial.fold().isSearch()) {
            byGenome.computeIfAbsent(trial.genome(), genome -> new TreeMap<>(Comparator.comparingInt(Budget::epochs)))
                    .computeIfAbsent(trial.budget(), budget -> new LinkedHashMap<>())
                    .computeIfAbsent(trial.withFold(Fold.VALIDATION), seed -> new HashMap<>())
                    .put(trial.fold(), result);
        }
    }

    /** Returns how many genomes were tried: measured or failed, in all folds where there are folds. */
    long genomes() {
        return byGenome.values().stream()
                .filter(rungs -> rungs.firstEntry().getValue().values().stream().anyMatch(this::isEnded))
                .count();
    }

    /** Returns the genomes that stand at the highest rung at which any stands. Who failed at a higher one stands nowhere. */
    List<Assessed> top() {
        List<Tried> sound = byGenome.keySet().stream()
                .flatMap(this::tried)
                .filter(tried -> tried.assessed().isPresent())
                .toList();
        int most = sound.stream().mapToInt(Tried::epochs).max().orElse(0);
        return sound.stream()
                .filter(tried -> tried.epochs() == most)
                .flatMap(tried -> tried.assessed().stream())
                .toList();
    }

    /** Returns what was measured at each rung, whether it failed at a higher one or not. */
    List<Rung> rungs() {
        SortedMap<Integer, List<Assessed>> rungs = new TreeMap<>();
        byGenome.forEach((genome, budgets) -> budgets.forEach((budget, started) -> {
            if (started.values().stream().anyMatch(this::isEnded)) {
                assessed(genome, started.values())
                        .ifPresent(found -> rungs.computeIfAbsent(budget.epochs(), any -> new ArrayList<>())
                                .add(found));
            }
        }));
        return rungs.entrySet().stream()
                .map(rung -> new Rung(rung.getKey(), rung.getValue()))
                .toList();
    }

    /**
     * A genome that was tried.
     *
     * @param genome the genome
     * @param epochs epochs of the rung at which it stands
     * @param assessed what it did there; empty if it failed
     */
    record Tried(Genome genome, int epochs, Optional<Assessed> assessed) {}

    /** Returns what the genome with a key did, or empty if it was not tried to the end. */
    Optional<Tried> find(String key) {
        return byGenome.keySet().stream()
                .filter(genome -> genome.key().equals(key))
                .flatMap(this::tried)
                .findFirst();
    }

    /** It stands at the rung of the longest training that has ended in all folds. */
    private Stream<Tried> tried(Genome genome) {
        return Stream.ofNullable(byGenome.get(genome))
                .flatMap(rungs -> rungs.descendingMap().entrySet().stream())
                .filter(rung -> rung.getValue().values().stream().anyMatch(this::isEnded))
                .limit(1)
                .map(rung -> new Tried(
                        genome,
                        rung.getKey().epochs(),
                        assessed(genome, rung.getValue().values())));
    }

    private Optional<Assessed> assessed(Genome genome, Collection<Map<Fold, TrialResult>> started) {
        List<Map<Fold, TrialResult>> seeds =
                started.stream().filter(this::isEnded).toList();
        List<Measures> measures =
                seeds.stream().flatMap(folds -> measures(folds).stream()).toList();
        return measures.size() < seeds.size()
                ? Optional.empty()
                : Optional.of(Assessed.of(genome, Measures.mean(measures), data.inputs(), data.outputs()));
    }

    private boolean isEnded(Map<Fold, TrialResult> folds) {
        return data.folding().isEnded(fold -> Optional.ofNullable(folds.get(fold)));
    }

    private Optional<Measures> measures(Map<Fold, TrialResult> folds) {
        return data.folding().measures(fold -> Optional.ofNullable(folds.get(fold)));
    }
}
