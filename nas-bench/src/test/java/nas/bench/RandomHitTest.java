package nas.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.ToIntFunction;
import nas.select.Assessed;
import nas.select.Selection;
import nas.select.WinnerRule;
import nas.space.Genome;
import nas.trial.Measures;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RandomHitTest {
    /** One genome without layers, three with one, four with two. */
    private static final List<Genome> GENOMES = genomes();

    private static List<Genome> genomes() {
        List<Genome> all = SmallTable.TASK.genomes();
        return List.of(
                all.get(0), all.get(1), all.get(2), all.get(5), all.get(9), all.get(20), all.get(30), all.get(42));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void chance_is_that_of_all_orders_in_which_genomes_are_drawn(long seed) {
        Random random = new Random(seed);
        List<Assessed> assessed = new ArrayList<>();
        for (Genome genome : GENOMES.subList(0, 7)) { // the last one fails
            Measures measures = new Measures(0.3 + 0.02 * random.nextInt(4), 0, 1, null, null);
            assessed.add(new Assessed(genome, genome.parameters(2, 2), measures));
        }
        List<Genome> good =
                GENOMES.stream().filter(genome -> random.nextBoolean()).toList();
        for (ToIntFunction<Genome> kind : List.<ToIntFunction<Genome>>of(
                genome -> 0, genome -> genome.architecture().depth())) {
            RandomHit hit = new RandomHit(GENOMES, assessed, good::contains, kind);
            for (int count = 1; count <= 4; count++) {
                double exact = new Orders(assessed, good, kind, count).chance(List.of(), 1);
                assertThat(hit.probability(count)).isCloseTo(exact, within(1e-7));
            }
        }
    }

    /** Every order of different genomes with its probability. */
    private record Orders(List<Assessed> assessed, List<Genome> good, ToIntFunction<Genome> kind, int count) {
        double chance(List<Genome> drawn, double probability) {
            if (drawn.size() == count) {
                return isHit(drawn) ? probability : 0;
            }
            List<Genome> left =
                    GENOMES.stream().filter(genome -> !drawn.contains(genome)).toList();
            double weights = left.stream().mapToDouble(this::weight).sum();
            double sum = 0;
            for (Genome next : left) {
                List<Genome> more = new ArrayList<>(drawn);
                more.add(next);
                sum += chance(more, probability * weight(next) / weights);
            }
            return sum;
        }

        private double weight(Genome genome) {
            int own = kind.applyAsInt(genome);
            return 1.0
                    / GENOMES.stream()
                            .filter(other -> kind.applyAsInt(other) == own)
                            .count();
        }

        private boolean isHit(List<Genome> drawn) {
            List<Assessed> measured = assessed.stream()
                    .filter(each -> drawn.contains(each.genome()))
                    .toList();
            return Selection.of(measured, new WinnerRule.Within(0.02))
                    .filter(selection -> good.contains(selection.winner().genome()))
                    .isPresent();
        }
    }
}
