package nas.cli;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BuildPropertiesTest {
    private final Properties properties = new Properties();

    @BeforeEach
    void load() throws IOException {
        try (InputStream in = requireNonNull(getClass().getResourceAsStream("/nas/cli/build.properties"))) {
            properties.load(in);
        }
    }

    @Test
    void version_is_the_projects() {
        assertThat(properties.getProperty("version")).matches("\\d+\\.\\d+\\.\\d+(-[\\w.]+)?");
    }

    @Test
    void commit_is_an_abbreviated_hash_or_unknown() {
        assertThat(properties.getProperty("commit")).matches("unknown|[0-9a-f]{12}(-dirty)?");
    }
}
