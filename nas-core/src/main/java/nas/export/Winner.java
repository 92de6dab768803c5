package nas.export;

import com.google.common.collect.ImmutableList;
import java.util.List;
import nas.data.Preprocessing;
import nas.space.Genome;
import nas.train.Networks;
import nas.train.TrainedNetwork;
import nas.trial.FloatVector;

/**
 * The winner of a run, as its bundle holds it: all that is needed to predict.
 *
 * @param genome how the network is built
 * @param ends what it lies between
 * @param parameters its trained parameters, in the order in which DL4J has them
 * @param header names of all columns of the table that it was trained on, where that had no header line; else empty
 * @param preprocessing how a raw row becomes its input, and what its output stands for
 * @param origin where it came from
 */
public record Winner(
        Genome genome,
        Networks.Ends ends,
        FloatVector parameters,
        List<String> header,
        Preprocessing preprocessing,
        Origin origin) {
    /** Copies the list. */
    public Winner {
        header = ImmutableList.copyOf(header);
    }

    /**
     * Where a winner came from.
     *
     * @param data name of the data
     * @param fingerprint checksum over all that was trained on
     * @param version version of the program
     */
    public record Origin(String data, String fingerprint, String version) {}

    /** Returns the network; the caller closes it. */
    public TrainedNetwork network() {
        return new TrainedNetwork(genome, ends, parameters);
    }

    /** Returns a line that tells what the network is, such as {@code 2 hidden layers of 5 tanh, 38 relu; 756 parameters}. */
    public String summary() {
        return genome.architecture().label() + ", "
                + genome.parameters(ends.inputs(), ends.outputs()) + " parameters, trained by nas " + origin.version()
                + " on " + origin.data();
    }
}
