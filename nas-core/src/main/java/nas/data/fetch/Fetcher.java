package nas.data.fetch;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Downloads published data sets into the cache when somebody asks for them and they are not there yet.
 *
 * <p>A file grows under a name of its own and takes its place, by one rename, when its SHA-256 is the published one; so
 * whatever interrupts a download, no partial and no wrong file is ever taken for whole, and the next download goes on where
 * the last one ended. A set whose files are all there costs no request and no write, so a cache may be read-only. Several
 * threads and processes may ask for one set at a time: one downloads, and the others wait for it.
 */
public final class Fetcher implements PublishedData {
    private static final Logger LOG = LoggerFactory.getLogger(Fetcher.class);

    private final FetchSettings settings;
    private final FetchListener listener;

    /** Makes a fetcher that tells a listener how its downloads stand. */
    public Fetcher(FetchSettings settings, FetchListener listener) {
        this.settings = settings;
        this.listener = listener;
    }

    /**
     * Returns the folder of a set in the cache, after all its files were found or made to be whole.
     *
     * @throws FetchFailedException if a file can be had from none of the addresses, or cannot be stored
     * @throws IllegalArgumentException if there is no such set
     */
    @Override
    public Path folder(String name) {
        PublishedSet set = settings.set(name);
        Path folder = settings.cache().folderOf(set);
        try {
            if (!lacking(set).isEmpty()) {
                Files.createDirectories(folder);
                fetch(set, folder);
            }
            return folder;
        } catch (IOException e) {
            throw new FetchFailedException(
                    name + " cannot be stored in " + folder + ": " + reason(e)
                            + "; NAS_DATA can name another folder, and " + command(set) + " goes on where this ended",
                    e);
        }
    }

    private List<PublishedFile> lacking(PublishedSet set) throws IOException {
        List<PublishedFile> lacking = new ArrayList<>();
        for (PublishedFile file : set.files()) {
            if (!settings.cache().holds(set, file)) {
                lacking.add(file);
            }
        }
        return lacking;
    }

    /** What was lacking may be there as soon as nobody else works on the folder. */
    @SuppressWarnings("try") // the lock is held, not used
    private void fetch(PublishedSet set, Path folder) throws IOException {
        try (CacheLock lock = CacheLock.take(folder, () -> listener.onWaiting(set))) {
            List<PublishedFile> lacking = lacking(set);
            if (!lacking.isEmpty()) {
                LOG.info("Downloading {} into {}", set.name(), folder);
                fetch(set, folder, lacking);
                LOG.info("Downloaded {}", set.name());
            }
        }
    }

    private void fetch(PublishedSet set, Path folder, List<PublishedFile> lacking) throws IOException {
        FileFetch files = new FileFetch(new Transfer(settings.network()), set);
        long there =
                set.bytes() - lacking.stream().mapToLong(PublishedFile::bytes).sum();
        for (PublishedFile file : lacking) {
            Path target = folder.resolve(file.name());
            if (Files.exists(target)) {
                LOG.warn("{} is not the published file and is replaced", target);
            }
            long before = there;
            List<String> obstacles = files.fetch(file, target, bytes -> listener.onProgress(set, before + bytes));
            if (!obstacles.isEmpty()) {
                throw failure(set, obstacles);
            }
            there += file.bytes();
            listener.onProgress(set, there);
        }
    }

    private static FetchFailedException failure(PublishedSet set, List<String> obstacles) {
        return new FetchFailedException(set.name() + " cannot be downloaded: " + String.join("; ", obstacles) + "; "
                + command(set) + " goes on where this ended, or put its "
                + set.files().size()
                + " files into a folder and search with --data FOLDER");
    }

    private static String command(PublishedSet set) {
        return "'nas data fetch " + set.name() + "'";
    }

    private static String reason(IOException e) {
        if (e instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (e instanceof FileAlreadyExistsException taken) {
            return taken.getFile() + " is not a folder";
        }
        String reason = e instanceof FileSystemException file ? file.getReason() : e.getMessage();
        return reason == null ? e.toString() : reason;
    }
}
