package nas.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.common.base.Splitter;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a user downloads: the run-time class path, as Maven has written it. */
class ClassPathTest {
    private static final Path CLASS_PATH = Path.of("target", "classpath");
    private static final long MEGABYTE = 1_000_000;

    private List<File> libraries = List.of();

    @BeforeEach
    void read_class_path() throws IOException {
        assumeTrue(Files.exists(CLASS_PATH), "no class path file: run by Maven, which writes it");
        libraries = Splitter.on(File.pathSeparator)
                .splitToStream(Files.readString(CLASS_PATH))
                .map(File::new)
                .filter(File::isFile)
                .toList();
    }

    @Test
    void libraries_take_less_than_200_megabytes() {
        assertThat(libraries).hasSizeGreaterThan(10);
        assertThat(libraries.stream().mapToLong(File::length).sum()).isLessThan(200 * MEGABYTE);
    }

    @Test
    void libraries_for_images_stay_out() {
        assertThat(libraries)
                .extracting(File::getName)
                .noneMatch(name -> name.matches("(datavec-data-image|opencv|ffmpeg|javacv|leptonica)-.*"));
    }
}
