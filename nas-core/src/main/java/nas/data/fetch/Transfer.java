package nas.data.fetch;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.ByteBuffer;
import java.nio.channels.UnresolvedAddressException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Flow;
import java.util.function.LongConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;

/**
 * Brings the bytes that a part of a file lacks, from one address, in one request. Bytes are numbered by the checksum of the
 * whole: whoever sends the rest of a file that has changed, or another file, is found out when the file is complete, so no
 * validator such as an entity tag is asked for, and one address can go on where another ended.
 */
final class Transfer {
    private static final int OK = 200;
    private static final int PARTIAL_CONTENT = 206;
    private static final int RANGE_NOT_SATISFIABLE = 416;
    private static final Pattern CONTENT_RANGE = Pattern.compile("bytes (\\d{1,18})-\\d+/(\\d{1,18}|\\*)");

    private final Network network;
    private final HttpClient client;

    /** Redirects are followed, but none that leads from a secure address to an insecure one. */
    Transfer(Network network) {
        this.network = network;
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NORMAL)
                .connectTimeout(network.connectTimeout())
                .proxy(network.proxies())
                .build();
    }

    /**
     * Fills up a part of a file. What has arrived when it fails is kept, as long as it can be a part of the file.
     *
     * @param progress is told how many bytes the part has after each piece
     * @throws TransferException if the address does not give the bytes
     * @throws IOException if they cannot be written
     */
    void fill(PartFile part, PublishedFile file, URI address, LongConsumer progress)
            throws TransferException, IOException {
        HttpResponse<Flow.Publisher<List<ByteBuffer>>> response = send(request(address, part.size()));
        try (Arrivals arrivals = Arrivals.of(response.body(), network.stallTimeout())) {
            checkBegin(response, part, file);
            copy(arrivals, part, file, progress);
        }
    }

    private HttpRequest request(URI address, long from) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(address).timeout(network.connectTimeout().plus(network.stallTimeout()));
        return from == 0
                ? request.build()
                : request.header("Range", "bytes=" + from + "-").build();
    }

    private HttpResponse<Flow.Publisher<List<ByteBuffer>>> send(HttpRequest request) throws TransferException {
        try {
            return client.send(request, BodyHandlers.ofPublisher());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TransferException("the download was interrupted", e);
        } catch (IOException e) {
            throw new TransferException(reason(e), e);
        }
    }

    private String reason(IOException e) {
        if (e instanceof HttpConnectTimeoutException) {
            return "no connection within " + Durations.text(network.connectTimeout());
        }
        if (e instanceof HttpTimeoutException) {
            return "no answer for " + Durations.text(network.stallTimeout());
        }
        if (e instanceof ConnectException) {
            return isUnresolved(e) ? "the host was not found" : "the connection was refused";
        }
        return e instanceof SSLException
                ? "there is no secure connection: " + e.getMessage()
                : "there was no answer: " + (e.getMessage() == null ? e : e.getMessage());
    }

    private static boolean isUnresolved(Throwable e) {
        return e instanceof UnresolvedAddressException || (e.getCause() != null && isUnresolved(e.getCause()));
    }

    /** Sees to it that the body goes on where the part ends, which may be its beginning. */
    private static void checkBegin(HttpResponse<?> response, PartFile part, PublishedFile file)
            throws TransferException, IOException {
        switch (response.statusCode()) {
            case OK -> {
                checkLength(response.headers().firstValueAsLong("Content-Length"), file);
                part.clear();
            }
            case PARTIAL_CONTENT -> checkRange(response, part, file);
            case RANGE_NOT_SATISFIABLE -> {
                part.clear();
                throw new TransferException("answered " + RANGE_NOT_SATISFIABLE);
            }
            default -> throw new TransferException("answered " + response.statusCode());
        }
    }

    private static void checkLength(OptionalLong length, PublishedFile file) throws TransferException {
        if (length.isPresent() && length.getAsLong() != file.bytes()) {
            throw new TransferException(
                    "has another file, of " + length.getAsLong() + " bytes instead of the published " + file.bytes());
        }
    }

    private static void checkRange(HttpResponse<?> response, PartFile part, PublishedFile file)
            throws TransferException, IOException {
        String range = response.headers().firstValue("Content-Range").orElse("");
        Matcher matcher = CONTENT_RANGE.matcher(range);
        boolean isRest = matcher.matches()
                && Long.parseLong(matcher.group(1)) == part.size()
                && (matcher.group(2).equals("*") || Long.parseLong(matcher.group(2)) == file.bytes());
        if (!isRest) {
            part.clear();
            throw new TransferException("sent another part of the file than was asked for");
        }
    }

    private static void copy(Arrivals arrivals, PartFile part, PublishedFile file, LongConsumer progress)
            throws TransferException, IOException {
        progress.accept(part.size());
        for (Optional<List<ByteBuffer>> bytes = next(arrivals, part, file);
                bytes.isPresent();
                bytes = next(arrivals, part, file)) {
            for (ByteBuffer piece : bytes.get()) {
                append(piece, part, file);
            }
            progress.accept(part.size());
        }
        if (part.rest() > 0) {
            throw new TransferException("the file ended after " + of(part, file));
        }
    }

    private static Optional<List<ByteBuffer>> next(Arrivals arrivals, PartFile part, PublishedFile file)
            throws TransferException {
        try {
            return arrivals.next();
        } catch (TransferException e) {
            throw new TransferException(e.reason() + " after " + of(part, file), e);
        }
    }

    private static void append(ByteBuffer piece, PartFile part, PublishedFile file)
            throws TransferException, IOException {
        if (piece.remaining() > part.rest()) {
            part.clear();
            throw new TransferException("sent more than the published " + file.bytes() + " bytes");
        }
        part.append(piece);
    }

    private static String of(PartFile part, PublishedFile file) {
        return part.size() + " of " + file.bytes() + " bytes";
    }
}
