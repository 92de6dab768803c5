/**
 * Which of the measured genomes is the answer: the Pareto front and the winner rules. The entry is
 * {@link nas.select.Selection}. Depends on {@code nas}, {@code nas.space} and {@code nas.trial}.
 */
@NullMarked
package nas.select;

import org.jspecify.annotations.NullMarked;
