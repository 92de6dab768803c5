/**
 * Genomes become DL4J networks here, are trained and measured. Every native buffer and every network is opened and closed
 * in this package. The entry is {@link nas.train.LocalEvaluator}. Depends on {@code nas}, {@code nas.space},
 * {@code nas.data}, {@code nas.trial}, {@code nas.train.blas}, DL4J and ND4J.
 */
@NullMarked
package nas.train;

import org.jspecify.annotations.NullMarked;
