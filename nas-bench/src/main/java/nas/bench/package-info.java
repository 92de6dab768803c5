/**
 * Benchmarks, run on demand. Each class that ends in {@code Benchmark} is one. May depend on every package.
 */
@NullMarked
package nas.bench;

import org.jspecify.annotations.NullMarked;
