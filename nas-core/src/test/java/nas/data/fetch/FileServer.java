package nas.data.fetch;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** A server on this machine whose folders behave as a test wants, and which remembers what it was asked for. */
final class FileServer implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<String> requests = Collections.synchronizedList(new ArrayList<>());
    private final CountDownLatch closing = new CountDownLatch(1);

    FileServer() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.start();
    }

    /** How a folder answers a request for a file. */
    @FunctionalInterface
    interface Answer {
        void give(HttpExchange exchange, byte[] file) throws IOException;
    }

    /** Makes a folder and returns its address. */
    URI folder(String name, Answer answer) {
        server.createContext("/" + name + "/", exchange -> {
            try (exchange) {
                requests.add(text(exchange));
                byte[] file = Sample.content(fileName(exchange));
                answer.give(exchange, file);
            }
        });
        return address(name);
    }

    URI address(String folder) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/" + folder + "/");
    }

    InetSocketAddress socket() {
        return server.getAddress();
    }

    /** Returns the requests so far, such as {@code /a/large.bin bytes=5-}. */
    List<String> requests() {
        synchronized (requests) {
            return List.copyOf(requests);
        }
    }

    /** The file, or the rest that is asked for. */
    static Answer whole() {
        return (exchange, file) -> begun(exchange, file, file.length);
    }

    /** The file from its beginning, whatever is asked for. */
    static Answer ignoringRanges() {
        return (exchange, file) -> send(exchange, 200, file, file.length);
    }

    /** The file of a length that is not told before. */
    static Answer chunked(byte... more) {
        return (exchange, file) -> {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write(file);
            exchange.getResponseBody().write(more);
        };
    }

    /** Something else under the name of each file. */
    static Answer sending(byte[] content) {
        return (exchange, file) -> send(exchange, 200, content, content.length);
    }

    /** Other bytes, as many as those of the file. */
    static Answer wrong() {
        return (exchange, file) -> {
            byte[] other = file.clone();
            other[other.length - 1] ^= 1;
            begun(exchange, other, other.length);
        };
    }

    /** Only so many of the bytes that were announced. */
    static Answer cutAfter(int bytes) {
        return (exchange, file) -> begun(exchange, file, bytes);
    }

    /** The first answer for the first request, and the others in their turn; the last one for all that follow. */
    static Answer inTurn(Answer... answers) {
        AtomicInteger turn = new AtomicInteger();
        return (exchange, file) -> answers[Math.min(turn.getAndIncrement(), answers.length - 1)].give(exchange, file);
    }

    /** Only so many bytes, and then nothing until the server is closed. */
    Answer stallingAfter(int bytes) {
        return (exchange, file) -> {
            exchange.sendResponseHeaders(200, file.length);
            exchange.getResponseBody().write(file, 0, Math.min(bytes, file.length));
            exchange.getResponseBody().flush();
            awaitClosing();
        };
    }

    /** Not even an answer until the server is closed. */
    Answer silent() {
        return (exchange, file) -> awaitClosing();
    }

    static Answer status(int code) {
        return (exchange, file) -> exchange.sendResponseHeaders(code, -1);
    }

    static Answer redirectingTo(URI folder) {
        return (exchange, file) -> {
            exchange.getResponseHeaders()
                    .add("Location", folder.resolve(fileName(exchange)).toString());
            exchange.sendResponseHeaders(302, -1);
        };
    }

    /** Part of the file, but not the one that is asked for. */
    static Answer otherRange() {
        return (exchange, file) -> {
            exchange.getResponseHeaders().add("Content-Range", "bytes 1-9/" + file.length);
            send(exchange, 206, Arrays.copyOfRange(file, 1, 10), 9);
        };
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    private void awaitClosing() {
        try {
            closing.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void begun(HttpExchange exchange, byte[] file, int most) throws IOException {
        String range = exchange.getRequestHeaders().getFirst("Range");
        if (range == null) {
            send(exchange, 200, file, most);
            return;
        }
        int from = Integer.parseInt(range.substring("bytes=".length(), range.length() - 1));
        exchange.getResponseHeaders()
                .add("Content-Range", "bytes " + from + "-" + (file.length - 1) + "/" + file.length);
        send(exchange, 206, Arrays.copyOfRange(file, from, file.length), most);
    }

    /** To close an exchange whose body is not complete cuts the connection. */
    private static void send(HttpExchange exchange, int code, byte[] body, int most) throws IOException {
        exchange.sendResponseHeaders(code, body.length);
        OutputStream out = exchange.getResponseBody();
        out.write(body, 0, Math.min(most, body.length));
        out.flush();
    }

    private static String fileName(HttpExchange exchange) {
        return String.valueOf(Path.of(exchange.getRequestURI().getPath()).getFileName());
    }

    private static String text(HttpExchange exchange) {
        String range = exchange.getRequestHeaders().getFirst("Range");
        return exchange.getRequestURI() + (range == null ? "" : " " + range);
    }
}
