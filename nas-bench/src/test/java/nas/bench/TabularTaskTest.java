package nas.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import java.util.List;
import nas.space.Activation;
import nas.space.Genome;
import nas.space.Ladder;
import nas.space.Recipe;
import nas.space.SearchSpace;
import org.junit.jupiter.api.Test;

class TabularTaskTest {
    @Test
    void spaces_have_from_1000_to_4000_different_networks_all_listed() {
        for (TabularTask task : TabularTask.all(Path.of("none")).values()) {
            List<Genome> genomes = task.genomes();
            assertThat(genomes).hasSizeBetween(1_000, 4_000).doesNotHaveDuplicates();
            assertThat(genomes).allMatch(task.space()::contains);
        }
    }

    @Test
    void rungs_are_those_of_the_product() {
        assertThat(TabularTask.spirals().rungs().epochs()).containsExactly(10, 30, 90);
        assertThat(TabularTask.spirals().noRungs().epochs()).containsExactly(90);
    }

    @Test
    void space_with_dropout_cannot_be_listed() {
        SearchSpace space = new SearchSpace(
                Ladder.of(1),
                Ladder.of(4),
                Ladder.of(Activation.RELU),
                new Ladder<>(List.of(0.0, 0.5)),
                Recipe.DEFAULT);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SpaceListing.of(space))
                .withMessageContaining("has 2");
    }
}
