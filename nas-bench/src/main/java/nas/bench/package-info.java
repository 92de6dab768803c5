/**
 * Benchmarks and evidence, run on demand. Each class that ends in {@code Benchmark} is a benchmark of JMH.
 * {@link nas.bench.TableMain} compares strategies on tables of all networks of small tasks, {@link nas.bench.RungOrderMain}
 * the order of networks at the rungs with that at the end, {@link nas.bench.TestShift} held-out rows with official test sets.
 * May depend on every package.
 */
@NullMarked
package nas.bench;

import org.jspecify.annotations.NullMarked;
