package nas.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import nas.journal.Provenance;
import nas.train.LocalEvaluator;
import nas.train.blas.BlasCore;
import picocli.CommandLine.IVersionProvider;

/** Version and commit of this build. */
final class BuildVersion implements IVersionProvider {
    private static final String RESOURCE = "build.properties";

    private final Properties properties = new Properties();

    BuildVersion() {
        try (InputStream in = BuildVersion.class.getResourceAsStream(RESOURCE)) {
            if (in != null) {
                properties.load(in);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns what this process computes with. */
    Provenance provenance() {
        return Provenance.ofThisProcess(
                version(),
                commit(),
                LocalEvaluator.TRAINING_VERSION,
                BlasCore.name().orElse(null));
    }

    String version() {
        return properties.getProperty("version", "unknown");
    }

    String commit() {
        return properties.getProperty("commit", "unknown");
    }

    @Override
    public String[] getVersion() {
        return new String[] {"nas " + version() + " (commit " + commit() + ")"};
    }
}
