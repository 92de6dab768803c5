/**
 * How new genomes are bred: the Jenetics engine behind our own vocabulary. Jenetics' types stay in this package. The
 * entry is {@link nas.evolve.Evolution}. Depends on {@code nas}, {@code nas.space}, {@code nas.trial} and Jenetics.
 */
@NullMarked
package nas.evolve;

import org.jspecify.annotations.NullMarked;
