package nas.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.LinkedHashMap;
import java.util.Map;
import nas.journal.RunHistory;
import nas.space.Genome;

/** The genomes of a run, each under a number, so that a page names each of them once. */
final class GenomeTable {
    private final Map<Genome, Integer> numbers = new LinkedHashMap<>();
    private final int inputs;
    private final int outputs;

    GenomeTable(RunHistory history) {
        this.inputs = history.header().data().inputs();
        this.outputs = history.header().data().outputs();
        history.trials().forEach(result -> number(result.trial().genome()));
    }

    /** Returns the number of a genome, from 0. */
    int number(Genome genome) {
        return numbers.computeIfAbsent(genome, any -> numbers.size());
    }

    /** Returns key, layers in words and parameters of each, in the order of their numbers. */
    ArrayNode json() {
        ArrayNode genomes = JsonNodeFactory.instance.arrayNode();
        numbers.keySet()
                .forEach(genome -> genomes.addArray()
                        .add(genome.key())
                        .add(genome.architecture().label())
                        .add(genome.parameters(inputs, outputs)));
        return genomes;
    }
}
