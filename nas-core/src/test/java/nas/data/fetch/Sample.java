package nas.data.fetch;

import com.google.common.hash.Hashing;
import java.net.ProxySelector;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;

/** A published set of two files, made for tests. */
final class Sample {
    static final String LARGE = "large.bin";
    static final String SMALL = "small.bin";
    static final int LARGE_BYTES = 300_000;
    static final int BYTES = LARGE_BYTES + 7;

    private Sample() {}

    static byte[] content(String name) {
        byte[] content = new byte[name.equals(LARGE) ? LARGE_BYTES : BYTES - LARGE_BYTES];
        SplittableRandom random = new SplittableRandom(name.length());
        for (int i = 0; i < content.length; i++) {
            content[i] = (byte) random.nextInt();
        }
        return content;
    }

    static PublishedSet at(URI... addresses) {
        return new PublishedSet("sample", List.of(addresses), List.of(file(LARGE), file(SMALL)));
    }

    static FetchSettings settings(Path cache, Duration stallTimeout, URI... addresses) {
        Network network = new Network(ProxySelector.of(null), Duration.ofSeconds(20), stallTimeout);
        return new FetchSettings(List.of(at(addresses)), new DataCache(cache), network);
    }

    private static PublishedFile file(String name) {
        byte[] content = content(name);
        return new PublishedFile(
                name, content.length, Hashing.sha256().hashBytes(content).toString());
    }
}
