/**
 * Benchmarks and evidence, run on demand. Each class that ends in {@code Benchmark} is a benchmark of JMH.
 * {@link nas.bench.TableMain} compares strategies on tables of all networks of small tasks. May depend on every package.
 */
@NullMarked
package nas.bench;

import org.jspecify.annotations.NullMarked;
