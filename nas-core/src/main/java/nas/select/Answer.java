package nas.select;

import java.util.Locale;
import nas.select.WinnerRule.Reach;
import nas.select.WinnerRule.Within;
import nas.trial.LossScale;

/**
 * A winner and what it was measured by.
 *
 * @param winner the winner
 * @param scale the scale on which losses were compared
 * @param tolerance the loss by which the winner may be worse than the reference
 * @param isMet whether the winner satisfies the rule, or is but the nearest
 * @param isComparedWithLayers whether it was compared with care with a network that has a hidden layer
 */
record Answer(Assessed winner, LossScale scale, double tolerance, boolean isMet, boolean isComparedWithLayers) {
    String sentence(WinnerRule rule) {
        String claim = rule.match(within -> kept(within), one -> kept(), this::reached);
        boolean needsNoLayer =
                isMet && isComparedWithLayers && winner.genome().architecture().depth() == 0;
        return rule.text() + claim + (needsNoLayer ? "; no hidden layer is needed" : "");
    }

    private String kept(Within within) {
        boolean isNoisy = !scale.isFloorBinding() && tolerance > within.tolerance(scale, Noise.NONE);
        return (isNoisy ? " or the noise of the measurement, which is more" : "") + kept();
    }

    private String kept() {
        return scale.isFloorBinding()
                ? "; nothing beats the constant prediction"
                : String.format(
                        Locale.ROOT,
                        ": keeps at least %.1f%% of what the best one learns",
                        100 * Math.max(0, 1 - tolerance / scale.explained()));
    }

    private String reached(Reach reach) {
        if (isMet) {
            return ", with 95% confidence in each test";
        }
        String value = reach.metric()
                .of(winner.measures())
                .map(each -> String.format(Locale.ROOT, " with %.4g", each))
                .orElse("");
        return ": nothing surely reaches " + reach.aim() + "; the nearest is "
                + winner.genome().architecture().label() + value;
    }
}
