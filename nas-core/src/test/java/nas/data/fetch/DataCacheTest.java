package nas.data.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataCacheTest {
    private static final Path HOME = Path.of("/home/ada");

    @Test
    void a_variable_of_our_own_goes_first() {
        assertThat(cache(Map.of("NAS_DATA", "sets", "XDG_CACHE_HOME", "/caches"), "Linux"))
                .isEqualTo(Path.of("sets"));
        assertThat(cache(Map.of("NAS_DATA", "/sets"), "Mac OS X")).isEqualTo(Path.of("/sets"));
    }

    @Test
    void elsewhere_it_is_the_folder_that_the_desktop_names_or_its_default() {
        assertThat(cache(Map.of("XDG_CACHE_HOME", "/caches"), "Linux")).isEqualTo(Path.of("/caches/nas"));
        assertThat(cache(Map.of(), "Linux")).isEqualTo(Path.of("/home/ada/.cache/nas"));
        assertThat(cache(Map.of("NAS_DATA", ""), "FreeBSD")).isEqualTo(Path.of("/home/ada/.cache/nas"));
    }

    @Test
    void a_relative_folder_of_the_desktop_is_ignored() {
        assertThat(cache(Map.of("XDG_CACHE_HOME", "caches"), "Linux")).isEqualTo(Path.of("/home/ada/.cache/nas"));
    }

    @Test
    void macos_has_a_place_of_its_own() {
        assertThat(cache(Map.of("XDG_CACHE_HOME", "/caches"), "Mac OS X"))
                .isEqualTo(Path.of("/home/ada/Library/Caches/nas"));
    }

    @Test
    void a_set_seems_to_be_there_when_all_lengths_are_right(@TempDir Path folder) throws IOException {
        DataCache cache = new DataCache(folder);
        PublishedSet set = Sample.at(URI.create("http://nowhere.invalid/"));
        Files.createDirectory(folder.resolve("sample"));
        Files.write(folder.resolve("sample/large.bin"), new byte[Sample.LARGE_BYTES]);
        assertThat(cache.seemsToHold(set)).isFalse();
        Files.write(folder.resolve("sample/small.bin"), new byte[Sample.BYTES - Sample.LARGE_BYTES]);
        assertThat(cache.seemsToHold(set)).isTrue();
        assertThat(cache.holds(set, set.files().get(0))).isFalse();
    }

    private static Path cache(Map<String, String> environment, String system) {
        return DataCache.of(environment, HOME, system).folder();
    }
}
