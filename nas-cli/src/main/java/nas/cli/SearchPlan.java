package nas.cli;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nas.InvalidInputException;
import nas.data.Dataset;
import nas.data.fetch.FetchFailedException;
import nas.data.fetch.PublishedData;
import nas.data.source.Datasets;
import nas.journal.Provenance;
import nas.journal.ReusableRun;
import nas.journal.RunFolder;
import nas.run.Search;
import nas.run.SearchSettings;
import nas.spec.DataShape;
import nas.spec.SearchSpec;
import nas.spec.SearchSpecReader;
import nas.train.EngineChoice;
import nas.trial.RateCurve;

/**
 * What is to be searched, read and checked before anything is written.
 *
 * @param spec what the user asked for
 * @param settings the settings that follow from it and from the data
 * @param data the data
 * @param rangeTests what learning rates were measured by; empty where they were said
 */
record SearchPlan(SearchSpec spec, SearchSettings settings, Dataset data, List<RateCurve> rangeTests) {
    /** Copies the list. */
    SearchPlan {
        rangeTests = List.copyOf(rangeTests);
    }

    /**
     * Reads what the user asked for, and the data.
     *
     * @param published where published data sets are
     * @throws InvalidInputException if anything in them is wrong, or the engine does not cover some genome
     * @throws FetchFailedException if the data cannot be downloaded
     */
    static SearchPlan read(SearchSpecReader reader, EngineChoice engine, PublishedData published) {
        SearchSpec spec = reader.spec();
        try {
            Dataset data = Datasets.load(spec.data(), published);
            DataShape shape = DataShape.of(data);
            SearchSettings settings = spec.settings(shape);
            check(settings, data);
            check(settings, engine);
            if (!spec.isRateMeasured()) {
                return new SearchPlan(spec, settings, data, List.of());
            }
            RateMeasurement measurement = RateMeasurement.of(settings, data, engine);
            return new SearchPlan(spec, spec.settings(shape, measurement.rates()), data, measurement.tests());
        } catch (InvalidInputException e) {
            throw reader.located(e);
        }
    }

    /**
     * Opens a run whose trials may answer those of this plan.
     *
     * @throws InvalidInputException if none of its trials can be what this process would compute
     */
    ReusableRun reusable(RunFolder folder, Provenance provenance, EngineChoice engine) {
        return ReusableRun.open(
                folder,
                data.fingerprint(),
                provenance,
                genome -> engine.engine(genome).word());
    }

    private static void check(SearchSettings settings, Dataset data) {
        try {
            Search.budget(settings, data.inputs(), data.outputs());
        } catch (IllegalArgumentException e) {
            throw new InvalidInputException("objective.max_params " + e.getMessage(), e);
        }
    }

    private static String advice(SearchSettings settings) {
        String covering = Stream.of(EngineChoice.values())
                .filter(choice -> choice.obstacle(settings.space()).isEmpty())
                .map(EngineChoice::word)
                .collect(Collectors.joining(" or "));
        return covering.isEmpty() ? ", nor does the other engine" : "; choose " + covering;
    }

    private static void check(SearchSettings settings, EngineChoice engine) {
        engine.obstacle(settings.space()).ifPresent(obstacle -> {
            throw new InvalidInputException(obstacle.key() + " has " + obstacle.word() + ", which --engine "
                    + engine.word() + " does not cover" + advice(settings));
        });
    }
}
