/**
 * Which of the measured genomes is the answer. {@link nas.select.Finalists} chooses those that are trained with care,
 * {@link nas.select.Racing} finds the winner among them by a {@link nas.select.WinnerRule}, {@link nas.select.Descent} looks
 * for a smaller one around it and certifies where that ends; {@link nas.select.Selection} is the answer as long as genomes
 * are measured but once, and {@link nas.select.BootstrapBias} says what to expect of it where there are no test rows. Nothing
 * here trains: {@link nas.select.BlockTrials} does. Depends on {@code nas}, {@code nas.space}, {@code nas.trial} and, for
 * quantiles, on Commons Statistics.
 */
@NullMarked
package nas.select;

import org.jspecify.annotations.NullMarked;
