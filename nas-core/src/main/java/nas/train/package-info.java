/**
 * Genomes become DL4J networks here, are trained and measured. Every network is opened and closed
 * in this package, every other native buffer here or in {@code nas.train.blas}. The entry is {@link nas.train.LocalEvaluator}. Depends on {@code nas}, {@code nas.space},
 * {@code nas.data}, {@code nas.trial}, {@code nas.train.blas}, DL4J, ND4J and JavaCPP.
 */
@NullMarked
package nas.train;

import org.jspecify.annotations.NullMarked;
