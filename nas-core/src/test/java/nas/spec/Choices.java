package nas.spec;

import nas.space.ArchitectureSpace;
import nas.space.Optimizer;
import nas.space.RecipeSpace;
import nas.space.SearchSpace;

/** Turns spaces into choices that leave nothing open. */
final class Choices {
    private Choices() {}

    /** Returns the choice that leaves nothing open that can matter: momentum only where an optimizer has some. */
    static SpaceChoice of(SearchSpace space) {
        return new SpaceChoice(of(space.architectures()), of(space.recipes()));
    }

    private static ArchitectureChoice of(ArchitectureSpace space) {
        return new ArchitectureChoice(
                space.depths(),
                new ArchitectureChoice.Units(
                        space.widths().first(), space.widths().rest()),
                space.widths().shape(),
                new ArchitectureChoice.Activations(space.activations(), space.isActivationShared()),
                space.dropouts(),
                space.dropoutKinds(),
                space.batchNorms());
    }

    private static RecipeChoice of(RecipeSpace space) {
        return new RecipeChoice(
                space.optimizers(),
                space.optimizers().rungs().contains(Optimizer.NESTEROV) ? space.momenta() : null,
                RateChoice.of(space.learningRates()),
                space.schedules(),
                space.batchSizes(),
                space.losses(),
                space.initialisations(),
                space.l1s(),
                space.l2s(),
                space.weightDecays(),
                space.clippings(),
                space.patiences());
    }
}
