package nas.cli;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.PatternLayout;
import ch.qos.logback.classic.filter.ThresholdFilter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.AppenderBase;
import ch.qos.logback.core.FileAppender;
import ch.qos.logback.core.Layout;
import ch.qos.logback.core.encoder.LayoutWrappingEncoder;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.slf4j.LoggerFactory;

/** Where log lines go: warnings to standard error in one line each, everything to the run's own file. */
final class Logs {
    private static final String CONSOLE_PATTERN = "nas: %msg%nopex%n";

    /** Covers a line of progress that stands there. Right after a parenthesis Logback takes a conversion for text. */
    private static final String TERMINAL_PATTERN = "\r%-78(nas: %msg) %nopex%n";

    private static final String FILE_PATTERN = "%d{ISO8601} %-5level [%thread] %logger{30} - %msg%n";

    private final LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();

    /** How much a user wants to read. */
    enum Verbosity {
        /** Errors only. */
        QUIET,
        /** Warnings. */
        NORMAL,
        /** Every change of state. */
        VERBOSE;

        private Level level() {
            return switch (this) {
                case QUIET -> Level.ERROR;
                case NORMAL -> Level.WARN;
                case VERBOSE -> Level.INFO;
            };
        }
    }

    private Logs() {}

    /**
     * Sends log lines to standard error, as many as the user wants; replaces whatever was set before.
     *
     * @param isTerminal whether a line of progress may stand there
     */
    static Logs toConsole(Verbosity verbosity, PrintWriter err, boolean isTerminal) {
        Logs logs = new Logs();
        logs.context.reset();
        logs.context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME).setLevel(Level.WARN);
        logs.context.getLogger("nas").setLevel(Level.INFO);
        Console console = new Console(logs.layout(isTerminal ? TERMINAL_PATTERN : CONSOLE_PATTERN), err);
        ThresholdFilter threshold = new ThresholdFilter();
        threshold.setLevel(verbosity.level().toString());
        threshold.start();
        console.addFilter(threshold);
        logs.start(console);
        return logs;
    }

    /** Sends log lines to a file too, from now on. */
    void alsoTo(Path file) {
        LayoutWrappingEncoder<ILoggingEvent> encoder = new LayoutWrappingEncoder<>();
        encoder.setContext(context);
        encoder.setLayout(layout(FILE_PATTERN));
        encoder.setCharset(StandardCharsets.UTF_8);
        encoder.start();
        FileAppender<ILoggingEvent> appender = new FileAppender<>();
        appender.setEncoder(encoder);
        appender.setFile(file.toString());
        start(appender);
    }

    /** Writes everything out and closes the file. */
    void close() {
        context.stop();
    }

    private Layout<ILoggingEvent> layout(String pattern) {
        PatternLayout layout = new PatternLayout();
        layout.setContext(context);
        layout.setPattern(pattern);
        layout.start();
        return layout;
    }

    private void start(Appender<ILoggingEvent> appender) {
        appender.setContext(context);
        appender.start();
        context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME).addAppender(appender);
    }

    /** Prints where the command prints, in the order of both. */
    private static final class Console extends AppenderBase<ILoggingEvent> {
        private final Layout<ILoggingEvent> layout;
        private final PrintWriter err;

        Console(Layout<ILoggingEvent> layout, PrintWriter err) {
            this.layout = layout;
            this.err = err;
        }

        @Override
        protected void append(ILoggingEvent event) {
            err.print(layout.doLayout(event));
            err.flush();
        }
    }
}
