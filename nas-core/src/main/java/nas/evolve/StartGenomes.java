package nas.evolve;

import static com.google.common.base.Preconditions.checkArgument;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import nas.space.Activation;
import nas.space.Architecture;
import nas.space.ArchitectureSpace;
import nas.space.Genome;
import nas.space.HiddenLayer;
import nas.space.SearchSpace;

/**
 * What a search tries first, with the usual recipe: the linear model ({@code linear}) where the space has it, the smallest
 * network ({@code smallest}), the largest that fits ({@code largest}), what the user gave ({@code start}), and what the rules of
 * thumb say ({@code rule 2/3}, {@code rule between}, {@code rule twice}).
 */
public final class StartGenomes {
    private final SearchSpace space;
    private final UnaryOperator<Genome> repair;
    private final int inputs;
    private final int outputs;

    /**
     * Prepares the genomes of networks between so many inputs and outputs.
     *
     * @param repair makes a genome of the space one that fits
     * @throws IllegalArgumentException if {@code inputs} or {@code outputs} is below 1
     */
    public StartGenomes(SearchSpace space, UnaryOperator<Genome> repair, int inputs, int outputs) {
        checkArgument(inputs >= 1 && outputs >= 1, "inputs and outputs must be >= 1, but were %s, %s", inputs, outputs);
        this.space = space;
        this.repair = repair;
        this.inputs = inputs;
        this.outputs = outputs;
    }

    /**
     * Returns the proposals in the order above, repaired; of those that are the same genome the first.
     *
     * @param architectures architectures of the space that the user gave
     * @param hasRules whether the rules of thumb are wanted
     */
    public List<Proposal> proposals(List<Architecture> architectures, boolean hasRules) {
        Map<Genome, Proposal> distinct = new LinkedHashMap<>();
        if (space.architectures().depths().first() == 0) {
            add(repaired(Architecture.LINEAR), "linear", distinct);
        }
        add(repair.apply(space.smallest(inputs, outputs)), "smallest", distinct);
        add(largest(), "largest", distinct);
        architectures.forEach(architecture -> add(repaired(architecture), "start", distinct));
        if (hasRules) {
            rules().forEach(rule -> add(rule.genome(), rule.word(), distinct));
        }
        return List.copyOf(distinct.values());
    }

    /** Returns the largest network that fits. */
    public Genome largest() {
        return repair.apply(space.largest(inputs, outputs));
    }

    /**
     * Returns what three rules of thumb say: two thirds of the inputs and the outputs together, a number between inputs and
     * outputs (their mean), fewer than twice the inputs (one less). All round half up. None where the space has linear models
     * alone; where it has no single hidden layer, as few layers as it has take the units each.
     */
    public List<RuleOfThumb> rules() {
        long twice = 2L * inputs - 1;
        return Stream.of(
                        rule("2/3", Math.round(2.0 * inputs / 3 + outputs)),
                        rule("between", Math.round((inputs + (double) outputs) / 2)),
                        rule("twice", twice))
                .flatMap(rule -> rule)
                .toList();
    }

    private Stream<RuleOfThumb> rule(String name, long wanted) {
        int units = (int) Math.min(Integer.MAX_VALUE, wanted);
        OptionalInt depth = space.architectures().depths().rungs().stream()
                .mapToInt(each -> each)
                .filter(each -> each >= 1)
                .min();
        return depth.stream().mapToObj(layers -> new RuleOfThumb(name, units, repaired(layers, units)));
    }

    /** An identity layer so wide would add nothing to a linear model, so another activation is taken if there is one. */
    private Genome repaired(int depth, int units) {
        ArchitectureSpace choices = space.architectures();
        Activation activation = choices.activations().rungs().stream()
                .filter(each -> each != Activation.IDENTITY)
                .findFirst()
                .orElse(Activation.IDENTITY);
        List<Integer> clipped = choices.widths().clipped(Collections.nCopies(depth, units));
        List<HiddenLayer> layers = choices.of(clipped).layers().stream()
                .map(layer -> choices.withActivation(layer, activation))
                .toList();
        return repaired(new Architecture(layers));
    }

    private Genome repaired(Architecture architecture) {
        return repair.apply(new Genome(architecture, space.recipes().usual()));
    }

    private static void add(Genome genome, String word, Map<Genome, Proposal> distinct) {
        distinct.putIfAbsent(genome, Proposal.of(genome, word));
    }
}
