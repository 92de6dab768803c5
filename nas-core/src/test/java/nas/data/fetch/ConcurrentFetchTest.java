package nas.data.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.util.concurrent.Uninterruptibles;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import nas.ChildJvm;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Several threads and processes want one set, and some of them die. */
@Timeout(120)
class ConcurrentFetchTest {
    private static final Duration PATIENT = Duration.ofSeconds(60);

    @TempDir
    Path cache;

    private final FileServer server = new FileServer();

    @AfterEach
    void close_server() {
        server.close();
    }

    @Test
    void of_two_threads_one_downloads_and_the_other_waits() {
        CountDownLatch isWaiting = new CountDownLatch(1);
        URI address = server.folder("a", (exchange, file) -> {
            Uninterruptibles.awaitUninterruptibly(isWaiting);
            FileServer.whole().give(exchange, file);
        });
        FetchListener listener = new FetchListener() {
            @Override
            public void onProgress(PublishedSet set, long bytes) {}

            @Override
            public void onWaiting(PublishedSet set) {
                isWaiting.countDown();
            }
        };
        Fetcher fetcher = new Fetcher(Sample.settings(cache, PATIENT, address), listener);
        CompletableFuture<Path> first = CompletableFuture.supplyAsync(() -> fetcher.folder("sample"));
        CompletableFuture<Path> second = CompletableFuture.supplyAsync(() -> fetcher.folder("sample"));
        assertThat(first.join()).isEqualTo(second.join());
        assertThat(server.requests()).containsExactly("/a/large.bin", "/a/small.bin");
    }

    @Test
    void of_two_processes_one_downloads_and_the_other_waits() throws Exception {
        CountDownLatch isWaiting = new CountDownLatch(1);
        URI address = server.folder("a", (exchange, file) -> {
            Uninterruptibles.awaitUninterruptibly(isWaiting);
            FileServer.whole().give(exchange, file);
        });
        Process child = process(address);
        awaitRequest(child);
        FetchListener listener = new FetchListener() {
            @Override
            public void onProgress(PublishedSet set, long bytes) {
                throw new AssertionError("nothing is left to download");
            }

            @Override
            public void onWaiting(PublishedSet set) {
                isWaiting.countDown();
            }
        };
        new Fetcher(Sample.settings(cache, PATIENT, address), listener).folder("sample");
        assertThat(child.waitFor()).isZero();
        assertThat(server.requests()).containsExactly("/a/large.bin", "/a/small.bin");
    }

    @Test
    void what_a_killed_process_had_downloaded_is_used_and_its_lock_holds_nobody_up() throws Exception {
        URI address = server.folder("a", FileServer.inTurn(server.stallingAfter(123_456), FileServer.whole()));
        Process child = process(address);
        Path part = cache.resolve("sample/large.bin.part");
        while (child.isAlive() && !(Files.exists(part) && Files.size(part) == 123_456)) {
            Thread.sleep(5);
        }
        child.destroyForcibly().waitFor();
        assertThat(part.resolveSibling("large.bin")).doesNotExist();
        new Fetcher(Sample.settings(cache, PATIENT, address), FetchListener.NONE).folder("sample");
        assertThat(server.requests()).containsExactly("/a/large.bin", "/a/large.bin bytes=123456-", "/a/small.bin");
        assertThat(part.resolveSibling("large.bin")).hasBinaryContent(Sample.content(Sample.LARGE));
    }

    private Process process(URI address) throws IOException {
        return new ChildJvm(FetchProcess.class, cache.toString(), address.toString()).start();
    }

    private void awaitRequest(Process child) throws InterruptedException {
        while (child.isAlive() && server.requests().isEmpty()) {
            Thread.sleep(5);
        }
    }
}
