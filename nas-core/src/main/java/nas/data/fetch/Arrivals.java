package nas.data.fetch;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The body of a response, piece by piece. Unlike a stream of the HTTP client's it waits for a piece only so long. One
 * piece is asked for at a time, so a fast server does not fill the memory.
 */
final class Arrivals implements Flow.Subscriber<List<ByteBuffer>>, AutoCloseable {
    private final Duration patience;
    private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
    private Flow.@Nullable Subscription subscription;
    private boolean isClosed;

    /** What happened: bytes came, or there are no more ({@code null}), or no more can come. */
    private record Event(
            @Nullable List<ByteBuffer> bytes, @Nullable Throwable failure) {}

    private Arrivals(Duration patience) {
        this.patience = patience;
    }

    /** Begins to take a body. */
    static Arrivals of(Flow.Publisher<List<ByteBuffer>> body, Duration patience) {
        Arrivals arrivals = new Arrivals(patience);
        body.subscribe(arrivals);
        return arrivals;
    }

    /**
     * Returns the next bytes, nothing after the last ones.
     *
     * @throws TransferException if none come in time, or the connection ends before the body does
     */
    Optional<List<ByteBuffer>> next() throws TransferException {
        Event event = await();
        if (event.failure() != null) {
            throw new TransferException("the connection was cut", event.failure());
        }
        askForMore();
        return Optional.ofNullable(event.bytes());
    }

    private Event await() throws TransferException {
        try {
            Event event = events.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
            if (event == null) {
                throw new TransferException("no data came for " + Durations.text(patience));
            }
            return event;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TransferException("the download was interrupted", e);
        }
    }

    private synchronized void askForMore() {
        if (subscription != null) {
            subscription.request(1);
        }
    }

    @Override
    public synchronized void onSubscribe(Flow.Subscription given) {
        subscription = given;
        if (isClosed) {
            given.cancel();
        } else {
            given.request(1);
        }
    }

    @Override
    public void onNext(List<ByteBuffer> bytes) {
        events.add(new Event(bytes, null));
    }

    @Override
    public void onError(Throwable failure) {
        events.add(new Event(null, failure));
    }

    @Override
    public void onComplete() {
        events.add(new Event(null, null));
    }

    /** Takes no more; the connection is closed if it has more to give. */
    @Override
    public synchronized void close() {
        isClosed = true;
        if (subscription != null) {
            subscription.cancel();
        }
    }
}
