package nas.data.fetch;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Downloads the files of one set. An address that broke off is asked for the rest, a few times; one that gave a wrong file,
 * or nothing, makes way for the next address, and comes last for the files that follow.
 */
final class FileFetch {
    private static final Logger LOG = LoggerFactory.getLogger(FileFetch.class);
    private static final int TRIES = 3;

    private final Transfer transfer;
    private final List<URI> addresses;

    FileFetch(Transfer transfer, PublishedSet set) {
        this.transfer = transfer;
        this.addresses = new ArrayList<>(set.addresses());
    }

    /**
     * Downloads a file to its place, going on with the part of it that is there.
     *
     * @param progress is told how many bytes of the file are there
     * @return what is wrong with each address, empty if the file is there now
     * @throws IOException if it cannot be written
     */
    List<String> fetch(PublishedFile file, Path target, LongConsumer progress) throws IOException {
        try (PartFile part = PartFile.open(file, target)) {
            progress.accept(part.size());
            return part.isFinished() ? List.of() : fetch(file, part, progress);
        }
    }

    private List<String> fetch(PublishedFile file, PartFile part, LongConsumer progress) throws IOException {
        List<String> obstacles = new ArrayList<>();
        for (URI folder : List.copyOf(addresses)) {
            URI address = folder.resolve(file.name());
            Optional<String> obstacle = obstacle(file, part, address, progress);
            if (obstacle.isEmpty()) {
                return List.of();
            }
            addresses.remove(folder);
            addresses.add(folder);
            obstacles.add(address + ": " + obstacle.get());
            if (obstacles.size() < addresses.size()) {
                LOG.warn("{}: {}; trying {}", address, obstacle.get(), addresses.get(0));
            }
        }
        return obstacles;
    }

    /** It is worth another request where the last one has brought something, or the part was no part of the file. */
    private Optional<String> obstacle(PublishedFile file, PartFile part, URI address, LongConsumer progress)
            throws IOException {
        String obstacle = "";
        long before = -1;
        for (int i = 0; i < TRIES && part.size() != before; i++) {
            before = part.size();
            try {
                transfer.fill(part, file, address, progress);
                if (part.isFinished()) {
                    return Optional.empty();
                }
                obstacle = "sent another file than the published one (its SHA-256 differs)";
            } catch (TransferException e) {
                obstacle = e.reason();
            }
        }
        return Optional.of(obstacle);
    }
}
