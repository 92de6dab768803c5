package nas.train.blas;

import static org.bytedeco.openblas.global.openblas.CblasNoTrans;
import static org.bytedeco.openblas.global.openblas.CblasRowMajor;
import static org.bytedeco.openblas.global.openblas.CblasTrans;
import static org.bytedeco.openblas.global.openblas.cblas_sgemm;

import org.bytedeco.javacpp.FloatPointer;

/**
 * The three matrix products of a dense layer, float32. Weights are {@code [outputs, inputs]}, row-major, which is DL4J's
 * {@code [inputs, outputs]} in 'f' order.
 *
 * @param inputs width of the layer's input
 * @param outputs width of the layer's output
 */
record Products(int inputs, int outputs) {
    /** {@code out[rows, outputs] = in[rows, inputs] · weightsᵀ}. */
    void forward(int rows, FloatPointer in, FloatPointer weights, FloatPointer out) {
        cblas_sgemm(
                CblasRowMajor,
                CblasNoTrans,
                CblasTrans,
                rows,
                outputs,
                inputs,
                1,
                in,
                inputs,
                weights,
                inputs,
                0,
                out,
                outputs);
    }

    /** {@code gradient[outputs, inputs] = delta[rows, outputs]ᵀ · in[rows, inputs]}. */
    void weightGradient(int rows, FloatPointer delta, FloatPointer in, FloatPointer gradient) {
        cblas_sgemm(
                CblasRowMajor,
                CblasTrans,
                CblasNoTrans,
                outputs,
                inputs,
                rows,
                1,
                delta,
                outputs,
                in,
                inputs,
                0,
                gradient,
                inputs);
    }

    /** {@code inGradient[rows, inputs] = delta[rows, outputs] · weights}. */
    void inputGradient(int rows, FloatPointer delta, FloatPointer weights, FloatPointer inGradient) {
        cblas_sgemm(
                CblasRowMajor,
                CblasNoTrans,
                CblasNoTrans,
                rows,
                inputs,
                outputs,
                1,
                delta,
                outputs,
                weights,
                inputs,
                0,
                inGradient,
                inputs);
    }
}
