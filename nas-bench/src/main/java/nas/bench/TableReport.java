package nas.bench;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import nas.select.Assessed;
import nas.select.Selection;
import nas.select.WinnerRule;
import nas.space.Genome;

/** Searches a table with every method and tells what they found, as a section in Markdown. */
final class TableReport {
    /** Shares of what it costs to train every network of the table fully, in percent, ascending. */
    static final List<Integer> BUDGETS = List.of(1, 2, 5, 10);

    private final TabularTask task;
    private final LossTable table;
    private final LookUp.Seen seen;
    private final Truth truth;
    private final Selection all;
    private final int searches;

    /**
     * Prepares the searches.
     *
     * @param table the task's table, in which some training of the first seed has not failed
     * @param searches how many each method makes, with seeds from 1
     */
    TableReport(TabularTask task, LossTable table, int searches) {
        this.task = task;
        this.table = table;
        this.seen = LookUp.Seen.of(table);
        this.truth = Truth.of(table);
        this.all = selected(task.genomes()).orElseThrow();
        this.searches = searches;
    }

    /** Makes the searches. */
    String text() {
        List<String> lines = new ArrayList<>(introduction());
        lines.add("| budget | strategy | within tolerance (95 % interval) | and at most 26 % larger than the oracle"
                + " | log10(parameters / oracle's): median (quartiles) | by what it sees, as good as all |");
        lines.add("|---|---|---|---|---|---|");
        Map<SearchMethod, List<List<LookUp.Purchase>>> bought = new EnumMap<>(SearchMethod.class);
        for (SearchMethod method : SearchMethod.values()) {
            bought.put(method, bought(method));
        }
        for (int percent : BUDGETS) {
            bought.forEach((method, searches) -> lines.add(row(percent, method, score(percent, searches))));
        }
        return String.join("\n", lines) + "\n";
    }

    private List<String> introduction() {
        return List.of(
                "### " + task.word(),
                "",
                String.format(
                        Locale.ROOT,
                        "%d networks of %d to %d parameters, %d epochs; %d are within tolerance (lowest loss %.4f, tolerance"
                                + " %.4f). Oracle: %s, %d parameters.",
                        table.rows().size(),
                        table.rows().stream()
                                .mapToLong(LossTable.Row::parameters)
                                .min()
                                .orElseThrow(),
                        table.rows().stream()
                                .mapToLong(LossTable.Row::parameters)
                                .max()
                                .orElseThrow(),
                        task.epochs(),
                        truth.within(),
                        truth.lowest(),
                        truth.tolerance(),
                        truth.oracle().genome().architecture().label(),
                        truth.oracle().parameters()),
                wholeGrid(all.winner()),
                new TableNoise(task, table)
                        .text(all, seen.assessed(task.genomes(), task.noRungs().most()), truth::isWithin),
                "");
    }

    private String wholeGrid(Assessed found) {
        return String.format(
                Locale.ROOT,
                "A search that trained every network of the table to the highest rung would choose, by the one seed"
                        + " that it sees, %s, which by the two seeds that judge it is %s; log10(parameters / oracle's) is %+.2f.",
                found.genome().architecture().label(),
                truth.isWithin(found.genome()) ? "within tolerance" : "not within tolerance",
                TableScore.logRatio(found, truth));
    }

    private List<List<LookUp.Purchase>> bought(SearchMethod method) {
        long most = budget(BUDGETS.get(BUDGETS.size() - 1));
        TableSearch search = new TableSearch(task, seen, method);
        List<List<LookUp.Purchase>> bought = new ArrayList<>();
        for (int seed = 1; seed <= (method.isRandom() ? searches : 1); seed++) {
            bought.add(search.run(seed, most));
        }
        return bought;
    }

    private TableScore score(int percent, List<List<LookUp.Purchase>> bought) {
        return TableScore.of(
                bought.stream()
                        .map(purchases -> answer(purchases, budget(percent)))
                        .toList(),
                truth,
                all);
    }

    private long budget(int percent) {
        return (long) percent * table.rows().size() * task.epochs() / 100;
    }

    /** Returns what was found with a budget: the smallest within 2 % of the best trained to the highest rung. */
    Optional<Assessed> answer(List<LookUp.Purchase> purchases, long budget) {
        return selected(purchases.stream()
                        .filter(purchase -> purchase.spent() <= budget)
                        .map(LookUp.Purchase::genome)
                        .toList())
                .map(Selection::winner);
    }

    private Optional<Selection> selected(List<Genome> genomes) {
        return Selection.of(seen.assessed(genomes, task.noRungs().most()), new WinnerRule.Within(Truth.SHARE));
    }

    private String row(int percent, SearchMethod method, TableScore score) {
        String exact =
                method == SearchMethod.RANDOM ? String.format(Locale.ROOT, "; exactly %.3f", exact(percent)) : "";
        List<Double> ratios = score.logRatios();
        return String.format(
                Locale.ROOT,
                "| %d %% | %s | %s%s | %s | %s | %s |",
                percent,
                method.label(),
                text(score.within()),
                exact,
                text(score.small()),
                ratios.isEmpty()
                        ? "-"
                        : String.format(
                                Locale.ROOT, "%+.2f (%+.2f to %+.2f)", ratios.get(1), ratios.get(0), ratios.get(2)),
                text(score.asAll()));
    }

    private double exact(int percent) {
        int first = task.space().architectures().depths().first();
        RandomHit hit = new RandomHit(
                task.genomes(),
                seen.assessed(task.genomes(), task.noRungs().most()),
                truth::isWithin,
                genome -> genome.architecture().depth() - first);
        long genomes = budget(percent) / task.noRungs().most();
        return hit.probability((int) Math.min(genomes, task.genomes().size()));
    }

    private static String text(Proportion proportion) {
        return String.format(
                Locale.ROOT, "%.3f (%.3f to %.3f)", proportion.share(), proportion.low(), proportion.high());
    }
}
