package nas.data.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.ProxySelector;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class FetcherTest {
    private static final Duration PATIENT = Duration.ofSeconds(20);
    private static final String ADVICE = "; 'nas data fetch sample' goes on where this ended, or put its 2 files into a"
            + " folder and search with --data FOLDER";

    @TempDir
    Path cache;

    private final FileServer server = new FileServer();

    @AfterEach
    void close_server() {
        server.close();
    }

    @Test
    void files_are_downloaded_into_a_folder_of_the_set() throws IOException {
        Path folder = fetch(server.folder("a", FileServer.whole()));
        assertThat(folder).isEqualTo(cache.resolve("sample"));
        assertWhole();
        assertThat(server.requests()).containsExactly("/a/large.bin", "/a/small.bin");
    }

    @Test
    void a_cached_set_costs_no_request_and_no_write() throws IOException {
        URI address = server.folder("a", FileServer.whole());
        Path folder = fetch(address);
        Files.delete(folder.resolve("lock"));
        fetch(address);
        assertThat(server.requests()).hasSize(2);
        assertThat(folder.resolve("lock")).doesNotExist();
    }

    @Test
    void files_put_there_by_hand_are_taken_if_they_are_the_published_ones() throws IOException {
        put(Sample.LARGE, Sample.content(Sample.LARGE));
        put(Sample.SMALL, Sample.content(Sample.SMALL));
        fetch(server.folder("a", FileServer.whole()));
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void a_damaged_file_is_replaced_although_it_is_as_long() throws IOException {
        URI address = server.folder("a", FileServer.whole());
        Path folder = fetch(address);
        byte[] damaged = Sample.content(Sample.SMALL);
        damaged[3] ^= 1;
        Files.write(folder.resolve(Sample.SMALL), damaged);
        fetch(address);
        assertWhole();
        assertThat(server.requests()).endsWith("/a/small.bin").hasSize(3);
    }

    @Test
    void a_wrong_checksum_is_refused_and_nothing_is_left() throws IOException {
        URI address = server.folder("a", FileServer.wrong());
        assertFails(
                address + "large.bin: sent another file than the published one (its SHA-256 differs)" + ADVICE,
                address);
        assertThat(left()).containsExactly("lock");
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void a_wrong_checksum_makes_way_for_the_next_address_at_once() throws IOException {
        fetch(server.folder("a", FileServer.wrong()), server.folder("b", FileServer.whole()));
        assertWhole();
        assertThat(server.requests()).containsExactly("/a/large.bin", "/b/large.bin", "/b/small.bin");
    }

    @Test
    void a_truncated_body_is_asked_for_its_rest() throws IOException {
        fetch(server.folder("a", FileServer.inTurn(FileServer.cutAfter(123_456), FileServer.whole())));
        assertWhole();
        assertThat(server.requests()).containsExactly("/a/large.bin", "/a/large.bin bytes=123456-", "/a/small.bin");
    }

    @Test
    void an_address_that_breaks_off_again_and_again_makes_way_for_another_that_goes_on() throws IOException {
        fetch(server.folder("a", FileServer.cutAfter(50_000)), server.folder("b", FileServer.whole()));
        assertWhole();
        assertThat(server.requests())
                .containsExactly(
                        "/a/large.bin",
                        "/a/large.bin bytes=50000-",
                        "/a/large.bin bytes=100000-",
                        "/b/large.bin bytes=150000-",
                        "/b/small.bin");
    }

    @Test
    void what_was_there_before_a_failure_is_used_by_the_next_download() throws IOException {
        URI address = server.folder(
                "a", FileServer.inTurn(FileServer.cutAfter(1000), FileServer.status(503), FileServer.whole()));
        assertFails(address + "large.bin: answered 503" + ADVICE, address);
        assertThat(left()).containsExactly("large.bin.part", "lock");
        assertThat(cache.resolve("sample/large.bin.part")).hasSize(1000);
        fetch(address);
        assertWhole();
        assertThat(server.requests())
                .containsExactly(
                        "/a/large.bin", "/a/large.bin bytes=1000-", "/a/large.bin bytes=1000-", "/a/small.bin");
    }

    @Test
    void a_body_that_always_ends_early_is_told_with_how_far_it_got() {
        URI address = server.folder("a", FileServer.cutAfter(1000));
        assertFails(address + "large.bin: the connection was cut after 3000 of 300000 bytes" + ADVICE, address);
    }

    @Test
    void a_server_that_ignores_ranges_starts_over() throws IOException {
        put("large.bin.part", Arrays.copyOf(Sample.content(Sample.LARGE), 1000));
        fetch(server.folder("a", FileServer.ignoringRanges()));
        assertWhole();
        assertThat(server.requests()).containsExactly("/a/large.bin bytes=1000-", "/a/small.bin");
    }

    @Test
    void a_part_of_another_file_is_found_out_and_the_download_starts_over() throws IOException {
        put("large.bin.part", new byte[1000]);
        fetch(server.folder("a", FileServer.whole()));
        assertWhole();
        assertThat(server.requests()).containsExactly("/a/large.bin bytes=1000-", "/a/large.bin", "/a/small.bin");
    }

    @Test
    void a_part_that_only_has_to_be_moved_is_not_downloaded() throws IOException {
        put("large.bin.part", Sample.content(Sample.LARGE));
        fetch(server.folder("a", FileServer.whole()));
        assertWhole();
        assertThat(server.requests()).containsExactly("/a/small.bin");
    }

    @Test
    void a_part_that_is_too_long_is_dropped() throws IOException {
        put("large.bin.part", new byte[Sample.LARGE_BYTES + 1]);
        fetch(server.folder("a", FileServer.whole()));
        assertWhole();
        assertThat(server.requests()).containsExactly("/a/large.bin", "/a/small.bin");
    }

    @Test
    void a_range_that_is_not_satisfiable_starts_over() throws IOException {
        put("large.bin.part", new byte[1000]);
        fetch(server.folder("a", FileServer.inTurn(FileServer.status(416), FileServer.whole())));
        assertWhole();
        assertThat(server.requests()).containsExactly("/a/large.bin bytes=1000-", "/a/large.bin", "/a/small.bin");
    }

    @Test
    void another_range_than_asked_for_starts_over() throws IOException {
        put("large.bin.part", new byte[1000]);
        fetch(server.folder("a", FileServer.inTurn(FileServer.otherRange(), FileServer.whole())));
        assertWhole();
    }

    @ParameterizedTest
    @ValueSource(ints = {404, 403, 500, 304})
    void other_answers_than_the_file_are_told(int status) throws IOException {
        URI address = server.folder("a", FileServer.status(status));
        assertFails(address + "large.bin: answered " + status + ADVICE, address);
        assertThat(left()).containsExactly("lock");
    }

    @Test
    void all_addresses_are_told_with_what_is_wrong_with_them() {
        URI first = server.folder("a", FileServer.status(404));
        URI second = server.folder("b", FileServer.sending(new byte[5]));
        assertFails(
                first + "large.bin: answered 404; " + second
                        + "large.bin: has another file, of 5 bytes instead of the published 300000" + ADVICE,
                first,
                second);
    }

    @Test
    void no_more_is_written_than_the_published_size() throws IOException {
        URI address = server.folder("a", FileServer.chunked((byte) 1));
        assertFails(address + "large.bin: sent more than the published 300000 bytes" + ADVICE, address);
        assertThat(left()).containsExactly("lock");
    }

    @Test
    void a_length_that_is_not_told_before_is_no_obstacle() throws IOException {
        fetch(server.folder("a", FileServer.chunked()));
        assertWhole();
    }

    @Test
    void a_stall_is_told_and_what_came_before_is_kept() {
        URI address = server.folder("a", server.stallingAfter(5000));
        assertFails(
                Duration.ofSeconds(1),
                address + "large.bin: no data came for 1 s after 5000 of 300000 bytes" + ADVICE,
                address);
        assertThat(cache.resolve("sample/large.bin.part")).hasSize(5000);
    }

    @Test
    void a_server_that_never_answers_is_told() {
        URI address = server.folder("a", server.silent());
        Network network = new Network(ProxySelector.of(null), Duration.ofSeconds(1), Duration.ofMillis(200));
        FetchSettings settings = new FetchSettings(List.of(Sample.at(address)), new DataCache(cache), network);
        assertThatThrownBy(() -> new Fetcher(settings, FetchListener.NONE).folder("sample"))
                .isInstanceOf(FetchFailedException.class)
                .hasMessage("sample cannot be downloaded: " + address + "large.bin: no answer for 200 ms" + ADVICE);
    }

    @Test
    void redirects_are_followed_with_the_range() throws IOException {
        put("large.bin.part", Arrays.copyOf(Sample.content(Sample.LARGE), 1000));
        fetch(server.folder("a", FileServer.redirectingTo(server.folder("b", FileServer.whole()))));
        assertWhole();
        assertThat(server.requests())
                .containsExactly(
                        "/a/large.bin bytes=1000-", "/b/large.bin bytes=1000-", "/a/small.bin", "/b/small.bin");
    }

    @Test
    void an_address_that_is_down_is_tried_last_from_then_on() throws IOException {
        URI down = URI.create("http://127.0.0.1:" + unusedPort() + "/");
        List<String> seen = new ArrayList<>();
        URI working = server.folder("a", (exchange, file) -> {
            seen.add("asked");
            FileServer.whole().give(exchange, file);
        });
        fetch(down, working);
        assertWhole();
        assertThat(seen).hasSize(2);
    }

    @Test
    void nobody_at_the_address_is_told() throws IOException {
        URI down = URI.create("http://127.0.0.1:" + unusedPort() + "/");
        assertFails(down + "large.bin: the connection was refused" + ADVICE, down);
    }

    @Test
    void a_host_that_does_not_exist_is_told() {
        URI nowhere = URI.create("http://nowhere.invalid/");
        assertFails(nowhere + "large.bin: the host was not found" + ADVICE, nowhere);
    }

    @Test
    void a_proxy_is_asked_where_there_is_one() throws IOException {
        server.folder("a", FileServer.whole());
        Network network = new Network(ProxySelector.of(server.socket()), PATIENT, PATIENT);
        PublishedSet set = Sample.at(URI.create("http://nowhere.invalid/a/"));
        new Fetcher(new FetchSettings(List.of(set), new DataCache(cache), network), FetchListener.NONE)
                .folder("sample");
        assertWhole();
        assertThat(server.requests()).startsWith("http://nowhere.invalid/a/large.bin");
    }

    @Test
    void a_listener_learns_how_many_bytes_are_there() throws IOException {
        put(Sample.SMALL, Sample.content(Sample.SMALL));
        put("large.bin.part", Arrays.copyOf(Sample.content(Sample.LARGE), 1000));
        List<Long> told = new ArrayList<>();
        URI address = server.folder("a", FileServer.whole());
        new Fetcher(Sample.settings(cache, PATIENT, address), (set, bytes) -> told.add(bytes)).folder("sample");
        assertThat(told)
                .startsWith(1007L)
                .endsWith((long) Sample.BYTES)
                .isSorted()
                .hasSizeGreaterThan(3);
    }

    @Test
    void a_listener_learns_nothing_where_nothing_is_downloaded() {
        URI address = server.folder("a", FileServer.whole());
        fetch(address);
        List<Long> told = new ArrayList<>();
        new Fetcher(Sample.settings(cache, PATIENT, address), (set, bytes) -> told.add(bytes)).folder("sample");
        assertThat(told).isEmpty();
    }

    @Test
    void a_file_in_the_place_of_the_cache_is_told() throws IOException {
        Path file = Files.createFile(cache.resolve("file"));
        URI address = server.folder("a", FileServer.whole());
        assertThatThrownBy(
                        () -> new Fetcher(Sample.settings(file, PATIENT, address), FetchListener.NONE).folder("sample"))
                .isInstanceOf(FetchFailedException.class)
                .hasMessageStartingWith("sample cannot be stored in " + file.resolve("sample") + ": ")
                .hasMessageEndingWith(
                        "; NAS_DATA can name another folder, and 'nas data fetch sample' goes on where this ended");
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void a_cache_that_must_not_be_written_is_told() throws IOException {
        Path folder = Files.createDirectory(cache.resolve("sample"));
        assumeTrue(folder.toFile().setWritable(false) && !Files.isWritable(folder), "whoever tests may write anywhere");
        URI address = server.folder("a", FileServer.whole());
        assertThatThrownBy(() -> fetch(address))
                .hasMessageStartingWith("sample cannot be stored in " + folder + ": permission denied; NAS_DATA");
    }

    @Test
    void a_full_disk_is_told_and_no_other_address_is_tried() throws IOException {
        Path full = Path.of("/dev/full");
        assumeTrue(Files.exists(full), "there is no /dev/full");
        Path folder = Files.createDirectories(cache.resolve("sample"));
        Files.createSymbolicLink(folder.resolve("large.bin.part"), full);
        URI address = server.folder("a", FileServer.whole());
        URI other = server.folder("b", FileServer.whole());
        assertThatThrownBy(() -> fetch(address, other))
                .isInstanceOf(FetchFailedException.class)
                .hasMessageStartingWith("sample cannot be stored in " + folder + ": No space left on device; NAS_DATA");
        assertThat(server.requests()).containsExactly("/a/large.bin");
    }

    @Test
    void a_set_that_there_is_not_is_refused() {
        Fetcher fetcher = new Fetcher(Sample.settings(cache, PATIENT, server.address("a")), FetchListener.NONE);
        assertThatThrownBy(() -> fetcher.folder("simple"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no published set is called simple");
    }

    private Path fetch(URI... addresses) {
        return new Fetcher(Sample.settings(cache, PATIENT, addresses), FetchListener.NONE).folder("sample");
    }

    private void assertFails(String obstacles, URI... addresses) {
        assertFails(PATIENT, obstacles, addresses);
    }

    private void assertFails(Duration stallTimeout, String obstacles, URI... addresses) {
        Fetcher fetcher = new Fetcher(Sample.settings(cache, stallTimeout, addresses), FetchListener.NONE);
        assertThatThrownBy(() -> fetcher.folder("sample"))
                .isInstanceOf(FetchFailedException.class)
                .hasMessage("sample cannot be downloaded: " + obstacles);
    }

    private void assertWhole() throws IOException {
        assertThat(left()).containsExactly("large.bin", "lock", "small.bin");
        assertThat(cache.resolve("sample/large.bin")).hasBinaryContent(Sample.content(Sample.LARGE));
        assertThat(cache.resolve("sample/small.bin")).hasBinaryContent(Sample.content(Sample.SMALL));
    }

    private List<String> left() throws IOException {
        try (Stream<Path> files = Files.list(cache.resolve("sample"))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private void put(String name, byte[] content) throws IOException {
        Files.write(Files.createDirectories(cache.resolve("sample")).resolve(name), content);
    }

    private static int unusedPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
