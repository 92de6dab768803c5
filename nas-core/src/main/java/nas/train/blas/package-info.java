/**
 * Training steps on OpenBLAS: {@link nas.train.blas.BlasTrainer} moves the parameters of a dense network, {@link
 * nas.train.blas.Workspaces} lends it buffers. May use {@code nas.space}, {@code nas.data}, OpenBLAS and JavaCPP; knows
 * nothing of DL4J.
 */
@NullMarked
package nas.train.blas;

import org.jspecify.annotations.NullMarked;
