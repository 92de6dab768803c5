package nas.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import nas.space.IneffectiveChoices.Circumstances;
import nas.space.IneffectiveChoices.Finding;
import nas.space.ReachableWidths.Limit;
import org.junit.jupiter.api.Test;

/** Between 4 inputs and 3 outputs, with 90 rows to train on. */
class IneffectiveChoicesTest {
    private static final Ladder<Integer> UNITS = ladder(4, 8, 16);
    private static final RecipeSpace PLAIN = RecipeSpace.of(Recipe.DEFAULT);
    private static final RecipeSpace OPEN = OpenSpaces.everything().recipes();

    @Test
    void a_space_of_choices_that_all_matter_has_none() {
        assertThat(found(layers(ladder(0, 1, 2), new WidthSpace(UNITS)), 10_000))
                .isEmpty();
    }

    @Test
    void widths_that_no_network_within_the_limit_has_are_found() {
        // a layer of 8 units: 8·(4 + 1) + 3·(8 + 1) = 67; of 16 units: 131
        WidthSpace widths = new WidthSpace(UNITS);
        assertThat(found(layers(ladder(0, 1), widths), 67))
                .containsExactly(
                        new Finding("space.units", "16", "at least 131 parameters, over objective.max_params 67"));
        assertThat(found(layers(ladder(0, 1), widths), 131)).isEmpty();
    }

    @Test
    void a_width_that_fits_in_a_later_layer_only_is_reachable() {
        // 4-4-16-3: 20 + 80 + 51 = 151; 4-16-4-3: 80 + 68 + 15 = 163
        WidthSpace widths = new WidthSpace(UNITS);
        assertThat(found(layers(ladder(2), widths), 151)).isEmpty();
        assertThat(found(layers(ladder(2), widths), 150)).hasSize(1);
    }

    @Test
    void a_width_that_fits_in_a_middle_layer_only_is_reachable() {
        WidthSpace widths = new WidthSpace(ladder(8), ladder(1, 16), Shape.ANY);
        // 4-8-1-16-1-3: 40 + 9 + 32 + 17 + 6 = 104; 4-8-16-1-1-3: 40 + 144 + ...; 4-8-1-1-16-3: 40 + 9 + 2 + 32 + 51 =
        // 134
        assertThat(found(layers(ladder(4), widths), 104)).isEmpty();
        assertThat(found(layers(ladder(4), widths), 103)).hasSize(1);
    }

    @Test
    void depths_none_of_which_fits_are_found() {
        // 4-4-4-3: 20 + 20 + 15 = 55
        List<Finding> found = found(layers(ladder(0, 1, 2), new WidthSpace(ladder(4))), 54);
        assertThat(found)
                .containsExactly(
                        new Finding("space.layers", "2", "at least 55 parameters, over objective.max_params 54"));
    }

    @Test
    void further_layers_of_a_funnel_wider_than_every_first_are_found() {
        WidthSpace widths = new WidthSpace(ladder(4, 8), ladder(4, 16, 32), Shape.FUNNEL);
        assertThat(found(layers(ladder(1, 2), widths), Long.MAX_VALUE))
                .extracting(Finding::key, Finding::what)
                .containsExactly(tuple("space.units.rest", "16, 32"));
    }

    @Test
    void first_layers_narrower_than_every_further_one_are_found_unless_they_may_be_alone() {
        WidthSpace widths = new WidthSpace(ladder(2, 8), ladder(4, 8), Shape.FUNNEL);
        assertThat(found(layers(ladder(2), widths), Long.MAX_VALUE))
                .extracting(Finding::key)
                .containsExactly("space.units.first");
        assertThat(found(layers(ladder(1, 2), widths), Long.MAX_VALUE)).isEmpty();
    }

    @Test
    void widths_of_further_layers_that_no_network_has_are_found() {
        WidthSpace widths = new WidthSpace(ladder(2, 8), ladder(4, 8), Shape.ANY);
        assertThat(found(layers(ladder(0, 1), widths), Long.MAX_VALUE))
                .containsExactly(new Finding("space.units.rest", "4, 8", "no network has a second hidden layer"));
    }

    @Test
    void every_width_of_a_rectangle_that_fits_is_reachable() {
        WidthSpace widths = new WidthSpace(UNITS, UNITS, Shape.RECTANGLE);
        assertThat(found(layers(ladder(2), widths), Long.MAX_VALUE)).isEmpty();
        // 4-16-16-3: 80 + 272 + 51 = 403
        assertThat(found(layers(ladder(2), widths), 402)).hasSize(1);
    }

    @Test
    void choices_about_layers_are_none_without_layers() {
        ArchitectureSpace everything = OpenSpaces.everything().architectures();
        ArchitectureSpace linear = new ArchitectureSpace(
                ladder(0),
                everything.widths(),
                everything.activations(),
                false,
                everything.dropouts(),
                everything.dropoutKinds(),
                everything.batchNorms());
        assertThat(found(linear, Long.MAX_VALUE))
                .extracting(Finding::key)
                .containsExactly(
                        "space.units", "space.activation", "space.dropout", "space.dropout_kind", "space.batch_norm");
        assertThat(found(layers(ladder(0), new WidthSpace(ladder(4))), Long.MAX_VALUE))
                .isEmpty();
    }

    @Test
    void kinds_of_dropout_are_none_where_nothing_is_dropped() {
        assertThat(found(dropping(0.0, DropoutChoice.AUTO, DropoutChoice.ALPHA), Long.MAX_VALUE))
                .containsExactly(new Finding("space.dropout_kind", "auto, alpha", "nothing is dropped"));
    }

    @Test
    void kinds_of_dropout_that_are_one_for_all_activations_are_found() {
        assertThat(found(dropping(0.5, DropoutChoice.AUTO, DropoutChoice.STANDARD, DropoutChoice.ALPHA), 999))
                .containsExactly(new Finding("space.dropout_kind", "standard", "here the same as auto"));
    }

    @Test
    void momentum_is_none_without_nesterov() {
        assertThat(found(recipes(PLAIN, Map.of("momenta", new Ladder<>(List.of(0.5, 0.9)))), 3))
                .containsExactly(new Finding("training.momentum", "0.5, 0.9", "only nesterov has momentum"));
        assertThat(found(OPEN, 10)).extracting(Finding::key).doesNotContain("training.momentum");
    }

    @Test
    void batch_sizes_that_all_hold_every_row_are_found() {
        assertThat(found(recipes(PLAIN, Map.of("batches", ladder(32, 90, 128, 256))), 3))
                .containsExactly(
                        new Finding("training.batch_size", "128, 256", "as 90: no training has more than 90 rows"));
        assertThat(found(recipes(PLAIN, Map.of("batches", ladder(32, 128))), 3)).isEmpty();
    }

    /** The first epoch is progress; after the second without, the third has another rate. */
    @Test
    void a_plateau_in_two_epochs_is_found() {
        RecipeSpace recipes =
                recipes(PLAIN, Map.of("schedules", new Ladder<>(List.of(Schedule.COSINE, Schedule.REDUCE_ON_PLATEAU))));
        assertThat(found(recipes, 2))
                .containsExactly(new Finding(
                        "training.schedule",
                        "reduce_on_plateau",
                        "a training of 2 epochs ends before the rate is reduced"));
        assertThat(found(recipes, 1)).hasSize(1);
        assertThat(found(recipes, 3)).isEmpty();
    }

    /** Any patience makes the best epoch count, so one that is never exhausted still means something. */
    @Test
    void patiences_that_no_training_exhausts_are_one() {
        RecipeSpace recipes = recipes(PLAIN, Map.of("patiences", ladder(0, 1, 2, 3, 5)));
        assertThat(found(recipes, 3))
                .containsExactly(new Finding(
                        "training.early_stopping.patience", "3, 5", "as 2: cannot stop a training of 3 epochs"));
        assertThat(found(recipes, 1))
                .extracting(Finding::what, Finding::why)
                .containsExactly(tuple("1, 2, 3, 5", "as 0: cannot stop a training of 1 epoch"));
        assertThat(found(recipes(PLAIN, Map.of("patiences", ladder(10))), 9)).isEmpty();
    }

    @Test
    void of_many_values_the_first_and_the_last_are_told() {
        RecipeSpace recipes = recipes(PLAIN, Map.of("batches", Ladder.integers(90, 1024, Ladder.Scale.LINEAR)));
        assertThat(found(recipes, 3)).extracting(Finding::what).containsExactly("91 to 1024 (934 values)");
    }

    @Test
    void initialisations_that_are_one_for_all_activations_are_found() {
        RecipeSpace recipes = recipes(
                PLAIN,
                Map.of("initialisations", new Ladder<>(List.of(Initialisation.AUTO, Initialisation.GLOROT_NORMAL))));
        SearchSpace tanh = new SearchSpace(with(Activation.TANH), recipes);
        assertThat(IneffectiveChoices.of(tanh, circumstances(Long.MAX_VALUE, 3)))
                .containsExactly(new Finding("training.initialisation", "glorot_normal", "here the same as auto"));
        SearchSpace relu = new SearchSpace(with(Activation.RELU), recipes);
        assertThat(IneffectiveChoices.of(relu, circumstances(Long.MAX_VALUE, 3)))
                .isEmpty();
    }

    private static List<Finding> found(ArchitectureSpace layers, long maxParameters) {
        return IneffectiveChoices.of(new SearchSpace(layers, PLAIN), circumstances(maxParameters, 3));
    }

    private static List<Finding> found(RecipeSpace recipes, int epochs) {
        ArchitectureSpace layers = layers(ladder(0, 1), new WidthSpace(UNITS));
        return IneffectiveChoices.of(new SearchSpace(layers, recipes), circumstances(Long.MAX_VALUE, epochs));
    }

    private static Circumstances circumstances(long maxParameters, int epochs) {
        return new Circumstances(new Limit(4, 3, maxParameters), 90, epochs);
    }

    private static ArchitectureSpace with(Activation activation) {
        return new ArchitectureSpace(ladder(1), UNITS, Ladder.of(activation), Ladder.of(0.0));
    }

    private static ArchitectureSpace layers(Ladder<Integer> depths, WidthSpace widths) {
        return new ArchitectureSpace(
                depths,
                widths,
                Ladder.of(Activation.RELU),
                false,
                Ladder.of(0.0),
                Ladder.of(DropoutChoice.AUTO),
                Ladder.of(false));
    }

    private static ArchitectureSpace dropping(double most, DropoutChoice... kinds) {
        return new ArchitectureSpace(
                ladder(0, 1),
                new WidthSpace(UNITS),
                Ladder.of(Activation.RELU),
                false,
                Ladder.of(most),
                new Ladder<>(List.of(kinds)),
                Ladder.of(false));
    }

    /** A space with some of its ladders replaced. */
    @SuppressWarnings("unchecked") // each ladder is named by what it holds
    private static RecipeSpace recipes(RecipeSpace space, Map<String, Ladder<?>> changes) {
        return new RecipeSpace(
                space.optimizers(),
                (Ladder<Double>) changes.getOrDefault("momenta", space.momenta()),
                space.learningRates(),
                (Ladder<Schedule>) changes.getOrDefault("schedules", space.schedules()),
                (Ladder<Integer>) changes.getOrDefault("batches", space.batchSizes()),
                (Ladder<Loss>) changes.getOrDefault("losses", space.losses()),
                (Ladder<Initialisation>) changes.getOrDefault("initialisations", space.initialisations()),
                space.l1s(),
                space.l2s(),
                space.weightDecays(),
                space.clippings(),
                (Ladder<Integer>) changes.getOrDefault("patiences", space.patiences()));
    }

    private static Ladder<Integer> ladder(Integer... values) {
        return new Ladder<>(Arrays.asList(values));
    }
}
