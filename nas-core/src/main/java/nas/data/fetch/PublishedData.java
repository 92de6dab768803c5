package nas.data.fetch;

import java.nio.file.Path;

/** Where the files of published data sets are. */
@FunctionalInterface
public interface PublishedData {
    /** Has none of them. */
    PublishedData NONE = name -> {
        throw new FetchFailedException(name + " must be downloaded, and nobody said where to");
    };

    /**
     * Returns the folder in which all files of a set lie, whole; fetches them first where need be.
     *
     * @throws FetchFailedException if they can be had neither from the cache nor from the network
     */
    Path folder(String name);
}
