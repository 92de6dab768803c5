/**
 * The search loop, its settings and its listeners. Depends on {@code nas},
 * {@code nas.space}, {@code nas.trial}, {@code nas.evolve}, {@code nas.select} and {@code nas.journal}.
 */
@NullMarked
package nas.run;

import org.jspecify.annotations.NullMarked;
