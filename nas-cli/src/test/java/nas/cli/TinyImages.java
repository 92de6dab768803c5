package nas.cli;

import com.google.common.hash.Hashing;
import com.google.common.primitives.Bytes;
import com.google.common.primitives.Ints;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import nas.data.fetch.PublishedFile;
import nas.data.fetch.PublishedSet;

/** Images of four pixels, published as {@code fashion-mnist} by a server on this machine. */
final class TinyImages implements AutoCloseable {
    private static final String NAME = "fashion-mnist";
    private static final int TRAIN = 60;
    private static final int TEST = 20;

    private final Map<String, byte[]> files = new TreeMap<>();
    private final List<String> requests = Collections.synchronizedList(new ArrayList<>());
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final HttpServer server;

    TinyImages() {
        put("train", TRAIN);
        put("t10k", TEST);
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    PublishedSet set() {
        List<PublishedFile> published = files.entrySet().stream()
                .map(file -> new PublishedFile(
                        file.getKey(),
                        file.getValue().length,
                        Hashing.sha256().hashBytes(file.getValue()).toString()))
                .toList();
        return new PublishedSet(NAME, List.of(URI.create("http://127.0.0.1:" + port() + "/")), published);
    }

    int port() {
        return server.getAddress().getPort();
    }

    /** Returns the paths that were asked for. */
    List<String> requests() {
        synchronized (requests) {
            return List.copyOf(requests);
        }
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    /** Gives a file of ours; where this is a proxy, the beginning of what others publish, and then nothing more. */
    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            requests.add(exchange.getRequestURI().getPath());
            boolean isOurs = !exchange.getRequestURI().isAbsolute();
            byte[] file = files.get(
                    String.valueOf(Path.of(exchange.getRequestURI().getPath()).getFileName()));
            if (file != null && isOurs) {
                exchange.sendResponseHeaders(200, file.length);
                exchange.getResponseBody().write(file);
            } else {
                exchange.sendResponseHeaders(200, 26_421_880);
                exchange.getResponseBody().write(new byte[1000]);
                exchange.getResponseBody().flush();
                closing.await();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Bright pixels on the left are class 0, on the right class 1. What is not compressed may be called {@code .gz}, too. */
    private void put(String part, int rows) {
        byte[] pixels = new byte[4 * rows];
        byte[] labels = new byte[rows];
        for (int row = 0; row < rows; row++) {
            labels[row] = (byte) (row % 2);
            pixels[4 * row + row % 2] = (byte) (100 + row);
            pixels[4 * row + 2 + row % 2] = (byte) (50 + row);
        }
        files.put(part + "-images-idx3-ubyte.gz", Bytes.concat(header(0x803, rows, 2, 2), pixels));
        files.put(part + "-labels-idx1-ubyte.gz", Bytes.concat(header(0x801, rows), labels));
    }

    private static byte[] header(int... numbers) {
        return Bytes.concat(Arrays.stream(numbers).mapToObj(Ints::toByteArray).toArray(byte[][]::new));
    }
}
