package nas.cli;

import java.io.PrintWriter;
import java.time.Duration;
import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import nas.data.fetch.FetchListener;
import nas.data.fetch.PublishedSet;
import org.jspecify.annotations.Nullable;

/** Shows how downloads stand: a bar on a terminal, else a line at the beginning and at every quarter. Fits 80 columns. */
final class FetchProgress implements FetchListener, AutoCloseable {
    private static final int WIDTH = 79;
    private static final int MEGABYTE = 1_000_000;
    private static final int QUARTERS = 4;

    private final PrintWriter err;
    private final boolean isTerminal;
    private @Nullable ProgressBar bar;
    private long quarter = -1;

    FetchProgress(PrintWriter err, boolean isTerminal) {
        this.err = err;
        this.isTerminal = isTerminal;
    }

    @Override
    public void onProgress(PublishedSet set, long bytes) {
        if (isTerminal) {
            draw(set, bytes);
        } else {
            print(set, bytes);
        }
    }

    @Override
    public void onWaiting(PublishedSet set) {
        err.println("nas: waiting for another process, which is downloading " + set.name());
        err.flush();
    }

    /** Ends the bar of a download that did not get to its end, so that what is printed next has a line of its own. */
    @Override
    public void close() {
        if (bar != null) {
            bar.close();
            bar = null;
            err.println();
        }
        err.flush();
    }

    private void draw(PublishedSet set, long bytes) {
        if (bar == null) {
            bar = bar(set, bytes);
        }
        bar.stepTo(bytes);
        if (bytes == set.bytes()) {
            close();
        }
    }

    private ProgressBar bar(PublishedSet set, long bytes) {
        return new ProgressBarBuilder()
                .setTaskName("downloading " + set.name())
                .setInitialMax(set.bytes())
                .setUnit(" MB", MEGABYTE)
                .setStyle(ProgressBarStyle.ASCII)
                .startsFrom(bytes, Duration.ZERO)
                .setUpdateIntervalMillis(200)
                .setConsumer(new DelegatingProgressBarConsumer(this::overwrite, WIDTH))
                .build();
    }

    private void overwrite(String text) {
        err.print("\r" + text);
        err.flush();
    }

    private void print(PublishedSet set, long bytes) {
        long reached = QUARTERS * bytes / set.bytes();
        if (reached > quarter) {
            err.println("downloading " + set.name() + ", " + 100 * bytes / set.bytes() + " % of "
                    + Figures.megabytes(set.bytes()));
            err.flush();
        }
        quarter = bytes == set.bytes() ? -1 : Math.max(quarter, reached);
    }
}
