package nas.journal;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
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

    /** Returns the genomes that stand at the highest rung that any has reached. */
    List<Assessed> top() {
        int most = byGenome.values().stream()
                .mapToInt(rungs -> standing(rungs).map(Budget::epochs).orElse(0))
                .max()
                .orElse(0);
        return byGenome.entrySet().stream()
                .filter(entry -> standing(entry.getValue())
                        .filter(budget -> budget.epochs() == most)
                        .isPresent())
                .flatMap(entry -> assessed(entry.getKey(), entry.getValue()).stream())
                .toList();
    }

    /** The longest training that has ended in all folds. */
    private Optional<Budget> standing(NavigableMap<Budget, Map<Trial, Map<Fold, TrialResult>>> rungs) {
        return rungs.descendingMap().entrySet().stream()
                .filter(rung -> rung.getValue().values().stream().anyMatch(this::isEnded))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private Optional<Assessed> assessed(Genome genome, NavigableMap<Budget, Map<Trial, Map<Fold, TrialResult>>> rungs) {
        Budget budget = standing(rungs).orElseThrow();
        List<Map<Fold, TrialResult>> seeds = rungs.getOrDefault(budget, Map.of()).values().stream()
                .filter(this::isEnded)
                .toList();
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
