package nas.data.fetch;

/** Learns how downloads stand. It is called on the thread that fetches. */
@FunctionalInterface
public interface FetchListener {
    /** Does nothing. */
    FetchListener NONE = (set, bytes) -> {};

    /**
     * So many of a set's {@link PublishedSet#bytes() bytes} are there. Called before the first byte of a download, with
     * what earlier ones have left, after each piece, and with all bytes at the end; not at all where there is nothing to
     * download. Fewer than before are those of a file that is downloaded from its beginning again.
     */
    void onProgress(PublishedSet set, long bytes);

    /** Somebody else downloads the set, and this thread waits for that to end. */
    default void onWaiting(PublishedSet set) {}
}
