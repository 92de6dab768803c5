/**
 * What to try next: the strategies, among them a genetic algorithm on Jenetics' selectors and alterers behind our own
 * vocabulary. Jenetics' types stay in this package. The entries are {@link nas.evolve.Strategies}, which makes a
 * {@link nas.evolve.Strategy}, and {@link nas.evolve.StartGenomes}. Depends on {@code nas}, {@code nas.space} and Jenetics.
 */
@NullMarked
package nas.evolve;

import org.jspecify.annotations.NullMarked;
