package nas.cli;

import java.io.PrintWriter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import sun.misc.Signal;
import sun.misc.SignalHandler;

/**
 * What becomes of Ctrl-C and of a request to terminate, from when it is made to when it is closed: the first one stops the
 * work at hand, or ends the process where no work has begun; the second one ends the process at once.
 */
final class Interruption implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Interruption.class);

    /** Exit code of a command that was interrupted. */
    static final int EXIT_CODE = 130;

    private static final List<Signal> SIGNALS = List.of(new Signal("INT"), new Signal("TERM"));

    private final PrintWriter err;
    private final boolean isTerminal;
    private final String text;
    private final List<SignalHandler> previous;
    private @Nullable Runnable stop;
    private boolean isRequested;

    /** Begins to heed signals; the text is said where one comes before work has begun that can be stopped. */
    Interruption(PrintWriter err, boolean isTerminal, String text) {
        this.err = err;
        this.isTerminal = isTerminal;
        this.text = text;
        this.previous = SIGNALS.stream()
                .map(signal -> Signal.handle(signal, received -> onSignal()))
                .toList();
    }

    /** From now on the first signal stops this work. */
    synchronized void begin(Runnable stopWork) {
        stop = stopWork;
    }

    /** Leaves signals to what handled them before. */
    @Override
    public void close() {
        for (int i = 0; i < SIGNALS.size(); i++) {
            Signal.handle(SIGNALS.get(i), previous.get(i));
        }
    }

    /** Whatever blocks the log must not block the second signal. */
    private void onSignal() {
        if (isStopped()) {
            LOG.info("a signal asks to stop");
        } else {
            Runtime.getRuntime().halt(EXIT_CODE);
        }
    }

    /** Stops the work at hand, if there is any that was not stopped before. */
    private synchronized boolean isStopped() {
        if (stop == null) {
            say();
            return false;
        }
        if (isRequested) {
            return false;
        }
        isRequested = true;
        stop.run();
        return true;
    }

    /** On a terminal there is a {@code ^C} in the line by now. */
    private void say() {
        err.println((isTerminal ? System.lineSeparator() : "") + "nas: " + text);
        err.flush();
    }
}
