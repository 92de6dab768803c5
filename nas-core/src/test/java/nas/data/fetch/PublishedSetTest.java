package nas.data.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

class PublishedSetTest {
    private static final URI ADDRESS = URI.create("https://example.org/data/");
    private static final String SHA256 = "0".repeat(64);
    static final List<PublishedSet> ALL = PublishedSet.ALL;

    @Test
    void sizes_are_those_of_the_published_files() {
        assertThat(PublishedSet.FASHION_MNIST.bytes()).isEqualTo(30_878_645);
        assertThat(PublishedSet.MNIST.bytes()).isEqualTo(11_594_722);
    }

    @Test
    @Tag("data")
    void checksums_are_those_of_the_published_files() throws IOException {
        String root = System.getenv("NAS_TEST_DATA");
        assumeTrue(root != null, "NAS_TEST_DATA is not set: tests on real data are skipped");
        DataCache folder = new DataCache(Path.of(String.valueOf(root)));
        for (PublishedSet set : PublishedSet.ALL) {
            for (PublishedFile file : set.files()) {
                assertThat(folder.holds(set, file)).as(file.name()).isTrue();
            }
        }
    }

    @ParameterizedTest
    @FieldSource("ALL")
    void every_set_has_a_mirror_and_file_names_make_whole_addresses(PublishedSet set) {
        assertThat(set.addresses()).hasSizeGreaterThan(1);
        assertThat(set.addresses())
                .allSatisfy(address -> assertThat(address.resolve("a.gz").toString())
                        .isEqualTo(address + "a.gz")
                        .matches("https?://.*"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "../a", "a/b", ".hidden", "a b"})
    void names_that_leave_the_folder_or_hide_are_refused(String name) {
        assertThatThrownBy(() -> new PublishedFile(name, 1, SHA256))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("name must be a plain file name, but was " + name);
    }

    @Test
    void an_empty_file_and_a_malformed_checksum_are_refused() {
        assertThatThrownBy(() -> new PublishedFile("a", 0, SHA256)).hasMessage("bytes must be >= 1, but was 0");
        assertThatThrownBy(() -> new PublishedFile("a", 1, "ABC"))
                .hasMessage("sha256 must be 64 lower-case hexadecimal digits, but was ABC");
    }

    @Test
    void a_set_without_addresses_or_files_is_refused_and_so_is_an_address_that_is_no_folder() {
        List<PublishedFile> files = List.of(new PublishedFile("a", 1, SHA256));
        assertThatThrownBy(() -> new PublishedSet("set", List.of(), files))
                .hasMessage("set must have an address and a file");
        assertThatThrownBy(() -> new PublishedSet("set", List.of(ADDRESS), List.of()))
                .hasMessage("set must have an address and a file");
        assertThatThrownBy(() -> new PublishedSet("set", List.of(URI.create("http://a/b")), files))
                .hasMessage("address must end in a slash, but was http://a/b");
    }
}
