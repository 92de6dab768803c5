package nas.train;

import java.lang.ref.Reference;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.BroadcastOp;
import org.nd4j.linalg.api.ops.CustomOp;
import org.nd4j.linalg.api.ops.IndexAccumulation;
import org.nd4j.linalg.api.ops.Op;
import org.nd4j.linalg.api.ops.OpContext;
import org.nd4j.linalg.api.ops.RandomOp;
import org.nd4j.linalg.api.ops.ReduceOp;
import org.nd4j.linalg.api.ops.ScalarOp;
import org.nd4j.linalg.api.rng.Random;
import org.nd4j.linalg.cpu.nativecpu.ops.NativeOpExecutioner;
import org.nd4j.linalg.factory.Nd4j;

/**
 * ND4J's executioner, made safe against the garbage collector. The stock one hands the native addresses of an operation's
 * arrays to native code and does not look at the operation again; compiled code may then collect it, and the arrays that
 * only it holds, while the native code still works on them: the process crashes. Here every operation is kept reachable
 * until its native code is done.
 */
public final class FencedExecutioner extends NativeOpExecutioner {
    private static final String EXECUTIONER_PROPERTY = "opexec";

    /** Makes an executioner; called by ND4J. */
    public FencedExecutioner() {}

    /**
     * Makes this ND4J's executioner. Must come before anything else of ND4J is touched.
     *
     * @throws IllegalStateException if ND4J has been started with another one
     */
    static void install() {
        System.setProperty(EXECUTIONER_PROPERTY, FencedExecutioner.class.getName());
        if (!(Nd4j.getExecutioner() instanceof FencedExecutioner)) {
            throw new IllegalStateException("ND4J was started without " + FencedExecutioner.class.getName());
        }
    }

    @Override
    public INDArray exec(Op op, OpContext context) {
        try {
            return super.exec(op, context);
        } finally {
            Reference.reachabilityFence(op);
            Reference.reachabilityFence(context);
        }
    }

    @Override
    public INDArray exec(IndexAccumulation op, OpContext context) {
        try {
            return super.exec(op, context);
        } finally {
            Reference.reachabilityFence(op);
            Reference.reachabilityFence(context);
        }
    }

    @Override
    public INDArray exec(ReduceOp op, OpContext context) {
        try {
            return super.exec(op, context);
        } finally {
            Reference.reachabilityFence(op);
            Reference.reachabilityFence(context);
        }
    }

    @Override
    public INDArray exec(ScalarOp op, OpContext context) {
        try {
            return super.exec(op, context);
        } finally {
            Reference.reachabilityFence(op);
            Reference.reachabilityFence(context);
        }
    }

    @Override
    public INDArray exec(BroadcastOp op, OpContext context) {
        try {
            return super.exec(op, context);
        } finally {
            Reference.reachabilityFence(op);
            Reference.reachabilityFence(context);
        }
    }

    @Override
    public INDArray exec(RandomOp op, OpContext context, Random random) {
        try {
            return super.exec(op, context, random);
        } finally {
            Reference.reachabilityFence(op);
            Reference.reachabilityFence(context);
        }
    }

    @Override
    public INDArray[] exec(CustomOp op) {
        if (TrainedSlopes.isGradient(op)) {
            return TrainedSlopes.computeGradient(op);
        }
        try {
            return super.exec(op);
        } finally {
            Reference.reachabilityFence(op);
        }
    }

    @Override
    public INDArray[] exec(CustomOp op, OpContext context) {
        try {
            return super.exec(op, context);
        } finally {
            Reference.reachabilityFence(op);
            Reference.reachabilityFence(context);
        }
    }
}
