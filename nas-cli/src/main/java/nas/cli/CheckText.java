package nas.cli;

import com.google.common.base.Strings;
import java.util.List;
import java.util.Optional;
import nas.data.Dataset;
import nas.data.Split;
import nas.data.Task;
import nas.evolve.StrategyKind;
import nas.run.EvolutionSettings;
import nas.run.FinalistSettings;
import nas.run.RungSettings;
import nas.run.SpaceSurvey;
import nas.space.IneffectiveChoices.Finding;

/** What is known of a search before it begins, as people read it. */
final class CheckText {
    private static final int LABEL = 18;
    private static final long SMALL_BYTES = 100_000;

    private final SpaceFacts facts;
    private final StringBuilder text = new StringBuilder();

    private CheckText(SpaceFacts facts) {
        this.facts = facts;
    }

    /** Returns the text. */
    static String of(SpaceFacts facts) {
        return new CheckText(facts).whole();
    }

    private String whole() {
        head();
        genomes();
        parameters();
        findings();
        estimate();
        return text.toString();
    }

    private void head() {
        Dataset data = facts.plan().data();
        String outputs = data.task() == Task.CLASSIFICATION
                ? Figures.count(data.outputs()) + " classes"
                : Figures.plural(data.outputs(), "number") + " to predict";
        line("Search space " + facts.plan().spec().name());
        entry("data", data.name() + ", " + Figures.plural(data.inputs(), "input") + ", " + outputs);
        entry("rows", rows(data));
        entry("engine", engine());
    }

    private static String rows(Dataset data) {
        Split split = data.split();
        String learnt = data.folds().isEmpty()
                ? Figures.count(split.train().length) + " train, " + Figures.count(split.validation().length)
                        + " validate"
                : Figures.count(split.train().length) + " train and validate in "
                        + data.folds().size() + " folds";
        return learnt + ", " + Figures.count(split.test().length) + " test";
    }

    private String engine() {
        String share = Figures.percent(facts.dl4jShare());
        return facts.engine().equals("auto")
                ? "dl4j for " + share + " of the genomes, blas for the others"
                : facts.engine();
    }

    private void genomes() {
        EvolutionSettings evolution = facts.plan().settings().evolution();
        line("");
        line("Genomes");
        entry("in the space", Figures.count(facts.survey().genomes()));
        entry(
                "looked at",
                "at most " + Figures.count(facts.survey().measured()) + " ("
                        + (isOneByOne() ? "one at a time" : "population " + Figures.count(evolution.population()))
                        + ", " + Figures.plural(evolution.generations(), "generation") + ")");
        rungs(facts.plan().settings().rungs());
        FinalistSettings finalists = facts.plan().settings().finalists();
        entry(
                "finalists",
                "at most " + finalists.count() + ", trained for " + Figures.plural(finalists.epochs(), "epoch")
                        + " up to " + finalists.blocks() + " times");
    }

    private StrategyKind strategy() {
        return facts.plan().settings().evolution().strategy();
    }

    private boolean isOneByOne() {
        return strategy() == StrategyKind.HALVING;
    }

    /** A network that is alone in its generation is the best one at every rung. */
    private void rungs(RungSettings rungs) {
        int first = isOneByOne() ? rungs.count() : 1;
        entry("trained for", Figures.plural(rungs.epochs(first), "epoch") + (rungs.count() > first ? "," : ""));
        for (int rung = first + 1; rung <= rungs.count(); rung++) {
            String share = Figures.percent(rungs.keep().get(rung - 2));
            entry(
                    "",
                    "then " + share + " of these for " + Figures.count(rungs.epochs(rung))
                            + (rung < rungs.count() ? "," : ""));
        }
    }

    private void parameters() {
        SpaceSurvey survey = facts.survey();
        List<Long> quantiles = survey.quantiles();
        line("");
        line("Parameters of a network, of genomes drawn at random");
        entry("smallest", aligned(survey.parameters(survey.smallest())));
        for (int i = 0; i < quantiles.size(); i++) {
            entry(SpaceSurvey.PERCENTS.get(i) + " % are within", aligned(quantiles.get(i)));
        }
        entry("largest", aligned(survey.parameters(survey.largest())));
        String fate = strategy() == StrategyKind.GRID ? "left out" : "made smaller";
        survey.shareOverLimit()
                .ifPresent(share ->
                        entry("over max_params", Figures.percent(share) + " of the genomes, which are " + fate));
    }

    private void findings() {
        if (facts.findings().isEmpty()) {
            return;
        }
        line("");
        line("Choices without effect");
        for (Finding finding : facts.findings()) {
            String text = finding.key() + ": " + finding.what() + ": " + finding.why();
            Paragraph.lines("  ", "      ", text).forEach(this::line);
        }
    }

    private void estimate() {
        SearchEstimate estimate = facts.estimate();
        line("");
        line("Estimate, from short trainings on this machine just now");
        entry("one training", seconds(estimate.smallestSeconds()) + " for the smallest network,");
        entry("", seconds(estimate.meanSeconds()) + " on average,");
        entry("", seconds(estimate.largestSeconds()) + " for the largest that fits");
        entry("", "for " + Figures.plural(facts.plan().settings().finalists().epochs(), "epoch") + ", as of finalists");
        Optional<String> earlyEnd = earlyEnd(facts.plan().settings().evolution());
        entry("whole search", estimate.span() + " with " + Figures.plural(estimate.workers(), "worker"));
        entry(
                "",
                "for about " + Figures.count(estimate.leastTrials()) + " to "
                        + Figures.plural(estimate.trials(), "training") + (earlyEnd.isPresent() ? "," : ""));
        earlyEnd.ifPresent(when -> entry("", "fewer if " + when));
        memory(estimate);
        estimate.failures().forEach(why -> entry("failed", why));
    }

    private static Optional<String> earlyEnd(EvolutionSettings evolution) {
        return switch (evolution.strategy()) {
            case EVOLUTION, RANDOM ->
                Optional.of("the front stands still for " + Figures.plural(evolution.stagnation(), "generation"))
                        .filter(when -> evolution.stagnation() < evolution.generations());
            case GRID -> Optional.empty();
            case HALVING -> Optional.of("no smaller network is good enough any more");
        };
    }

    private void memory(SearchEstimate estimate) {
        String parts = memory(estimate.dataBytes()) + " for the data and " + memory(estimate.workerBytes())
                + " for each worker";
        Long whole = estimate.processBytes();
        if (whole == null) {
            entry("memory", parts + ", besides Java");
        } else {
            entry("memory", "about " + Figures.megabytes(whole) + " as this check took, among it");
            entry("", parts);
        }
    }

    private static String memory(long bytes) {
        return bytes < SMALL_BYTES ? "under 0.1 MB" : "up to " + Figures.megabytes(bytes);
    }

    private static String seconds(double seconds) {
        return Double.isNaN(seconds) ? "failed" : Figures.seconds(seconds);
    }

    private static String aligned(long number) {
        return Strings.padStart(Figures.count(number), 15, ' ');
    }

    private void entry(String label, String value) {
        line("  " + Strings.padEnd(label, LABEL, ' ') + value);
    }

    private void line(String line) {
        text.append(line).append(System.lineSeparator());
    }
}
