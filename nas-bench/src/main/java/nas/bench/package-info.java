/**
 * Benchmarks, run on demand. The entry is {@link nas.bench.TrainingStepBenchmark}. May depend on every package.
 */
@NullMarked
package nas.bench;

import org.jspecify.annotations.NullMarked;
