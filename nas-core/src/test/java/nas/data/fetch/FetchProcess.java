package nas.data.fetch;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;

/** Fetches the sample set in a process of its own. */
final class FetchProcess {
    private FetchProcess() {}

    public static void main(String[] arguments) {
        FetchSettings settings =
                Sample.settings(Path.of(arguments[0]), Duration.ofSeconds(20), URI.create(arguments[1]));
        new Fetcher(settings, FetchListener.NONE).folder("sample");
    }
}
