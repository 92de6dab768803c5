package nas.trial;

import org.jspecify.annotations.Nullable;

/**
 * How well a trained network does on the rows it is measured on.
 *
 * @param loss mean unregularised loss: cross-entropy in nats, or squared error of the standardised target
 * @param lossStandardError standard deviation of the row losses divided by the square root of their number
 * @param constantLoss the loss, on the same rows, of always predicting the training rows' class shares or mean
 * @param accuracy share of rows whose most probable class is right; {@code null} for regression
 * @param rmse root mean squared error in the target's own unit; {@code null} for classification
 */
public record Measures(
        double loss,
        double lossStandardError,
        double constantLoss,
        @Nullable Double accuracy,
        @Nullable Double rmse) {}
