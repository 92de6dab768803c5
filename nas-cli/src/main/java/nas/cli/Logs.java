package nas.cli;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.filter.ThresholdFilter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.FileAppender;
import ch.qos.logback.core.OutputStreamAppender;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.slf4j.LoggerFactory;

/** Where log lines go: warnings to standard error in one line each, everything to the run's own file. */
final class Logs {
    private static final String CONSOLE_PATTERN = "nas: %msg%nopex%n";
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

    /** Sends log lines to standard error, as many as the user wants; replaces whatever was set before. */
    static Logs toConsole(Verbosity verbosity) {
        Logs logs = new Logs();
        logs.context.reset();
        logs.context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME).setLevel(Level.WARN);
        logs.context.getLogger("nas").setLevel(Level.INFO);
        ConsoleAppender<ILoggingEvent> console = new ConsoleAppender<>();
        console.setTarget("System.err");
        logs.start(console, CONSOLE_PATTERN);
        ThresholdFilter threshold = new ThresholdFilter();
        threshold.setLevel(verbosity.level().toString());
        threshold.start();
        console.addFilter(threshold);
        return logs;
    }

    /** Sends log lines to a file too, from now on. */
    void alsoTo(Path file) {
        FileAppender<ILoggingEvent> appender = new FileAppender<>();
        appender.setFile(file.toString());
        start(appender, FILE_PATTERN);
    }

    /** Writes everything out and closes the file. */
    void close() {
        context.stop();
    }

    private void start(OutputStreamAppender<ILoggingEvent> appender, String pattern) {
        PatternLayoutEncoder encoder = new PatternLayoutEncoder();
        encoder.setContext(context);
        encoder.setPattern(pattern);
        encoder.setCharset(StandardCharsets.UTF_8);
        encoder.start();
        appender.setContext(context);
        appender.setEncoder(encoder);
        appender.start();
        Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        root.addAppender(appender);
    }
}
