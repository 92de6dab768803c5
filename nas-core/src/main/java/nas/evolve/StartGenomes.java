package nas.evolve;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.LinkedHashMultimap;
import com.google.common.collect.Multimaps;
import com.google.common.collect.SetMultimap;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import nas.space.Activation;
import nas.space.Architecture;
import nas.space.ArchitectureSpace;
import nas.space.Genome;
import nas.space.HiddenLayer;
import nas.space.RuleOfThumb;
import nas.space.SearchSpace;

/**
 * What a search tries first, with the usual recipe: the linear model ({@code linear}) where the space has it, the smallest
 * network ({@code smallest}), the largest that fits ({@code largest}), what the user gave ({@code start}), and what the rules of
 * thumb say ({@link RuleOfThumb#reason()}).
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
     * Returns the proposals in the order above, repaired. What is proposed for several reasons comes once, with the words of all.
     *
     * @param architectures architectures of the space that the user gave
     * @param hasRules whether the rules of thumb are wanted
     */
    public List<Proposal> proposals(List<Architecture> architectures, boolean hasRules) {
        SetMultimap<Genome, String> words = LinkedHashMultimap.create();
        if (space.architectures().depths().first() == 0) {
            words.put(repaired(Architecture.LINEAR), "linear");
        }
        words.put(repair.apply(space.smallest(inputs, outputs)), "smallest");
        words.put(largest(), "largest");
        architectures.forEach(architecture -> words.put(repaired(architecture), "start"));
        if (hasRules) {
            rules().forEach((rule, genome) -> words.put(genome, rule.reason()));
        }
        return Multimaps.asMap(words).entrySet().stream()
                .map(entry -> Proposal.of(entry.getKey(), List.copyOf(entry.getValue())))
                .toList();
    }

    /** Returns the largest network that fits. */
    public Genome largest() {
        return repair.apply(space.largest(inputs, outputs));
    }

    /**
     * Returns the network of the space that comes nearest to what each rule of thumb asks for, repaired. There is none where the
     * space has linear models alone; where it has no single hidden layer, as few layers as it has take the units each.
     */
    public Map<RuleOfThumb, Genome> rules() {
        Map<RuleOfThumb, Genome> genomes = new EnumMap<>(RuleOfThumb.class);
        space.architectures().depths().rungs().stream()
                .filter(depth -> depth >= 1)
                .min(Comparator.naturalOrder())
                .ifPresent(depth -> {
                    for (RuleOfThumb rule : RuleOfThumb.values()) {
                        genomes.put(rule, repaired(depth, rule.units(inputs, outputs)));
                    }
                });
        return genomes;
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
}
