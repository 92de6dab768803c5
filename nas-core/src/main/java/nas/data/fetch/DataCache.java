package nas.data.fetch;

import com.google.common.hash.Hashing;
import com.google.common.io.MoreFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * The folder in which published data sets lie, each in a folder of its own name.
 *
 * <p>A file counts as whole only if its SHA-256 is the published one, and it is computed anew each time that somebody is
 * to use the file: a tenth of a second for 30 MB, no mark beside the file that could be wrong, and a file that was damaged
 * later, or put there by hand, is told from the published one.
 *
 * @param folder the cache's own folder; need not exist
 */
public record DataCache(Path folder) {
    private static final String OUR_FOLDER = "nas";

    /**
     * Returns the cache of a user: the folder that {@code NAS_DATA} names, else {@code nas} in the folder that the system
     * has for caches.
     *
     * @param environment the variables of the process
     * @param home the user's home folder
     * @param system the name of the operating system, as Java calls it
     */
    public static DataCache of(Map<String, String> environment, Path home, String system) {
        String ours = environment.getOrDefault("NAS_DATA", "");
        return new DataCache(ours.isEmpty() ? caches(environment, home, system).resolve(OUR_FOLDER) : Path.of(ours));
    }

    /** The XDG Base Directory Specification says to ignore what is not absolute. */
    private static Path caches(Map<String, String> environment, Path home, String system) {
        if (system.startsWith("Mac")) {
            return home.resolve("Library").resolve("Caches");
        }
        Path xdg = Path.of(environment.getOrDefault("XDG_CACHE_HOME", ""));
        return xdg.isAbsolute() ? xdg : home.resolve(".cache");
    }

    /** Returns the folder of a set. */
    public Path folderOf(PublishedSet set) {
        return folder.resolve(set.name());
    }

    /** Tells whether all files of a set seem to be there, by their lengths: for those who only want to tell a user. */
    public boolean seemsToHold(PublishedSet set) {
        try {
            for (PublishedFile file : set.files()) {
                if (!hasLength(folderOf(set).resolve(file.name()), file)) {
                    return false;
                }
            }
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** Tells whether a set's file is there with exactly the published bytes. */
    boolean holds(PublishedSet set, PublishedFile file) throws IOException {
        return isPublished(folderOf(set).resolve(file.name()), file);
    }

    /** Tells whether what lies at a path is exactly a published file. */
    static boolean isPublished(Path path, PublishedFile file) throws IOException {
        return hasLength(path, file)
                && MoreFiles.asByteSource(path)
                        .hash(Hashing.sha256())
                        .toString()
                        .equals(file.sha256());
    }

    private static boolean hasLength(Path path, PublishedFile file) throws IOException {
        return Files.isRegularFile(path) && Files.size(path) == file.bytes();
    }
}
