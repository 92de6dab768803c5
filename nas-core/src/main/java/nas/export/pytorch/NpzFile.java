package nas.export.pytorch;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSortedMap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Enumeration;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * Arrays with names in one file, as {@code numpy.savez} writes and {@code numpy.load} reads them: a zip file that holds each
 * array as {@code <name>.npy}, not compressed. Equal arrays make equal files, in any time zone and on any platform.
 */
final class NpzFile {
    private static final String ENDING = ".npy";

    /** All entries have the same time; as one of no zone it is written in no more than the four bytes that zip has for it. */
    private static final LocalDateTime TIME = LocalDateTime.of(2000, 1, 1, 0, 0);

    private NpzFile() {}

    /** Writes arrays, in their order. */
    static void write(Path file, Map<String, NpyArray> arrays) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.setMethod(ZipOutputStream.STORED);
            for (Map.Entry<String, NpyArray> array : arrays.entrySet()) {
                byte[] bytes = array.getValue().bytes();
                zip.putNextEntry(entry(array.getKey() + ENDING, bytes));
                zip.write(bytes);
            }
        }
    }

    private static ZipEntry entry(String name, byte[] bytes) {
        CRC32 checksum = new CRC32();
        checksum.update(bytes);
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(TIME);
        entry.setSize(bytes.length);
        entry.setCrc(checksum.getValue());
        return entry;
    }

    /**
     * Reads a file that {@link #write} has written.
     *
     * @return its arrays, sorted by name
     * @throws IllegalArgumentException if an entry is no array
     */
    static ImmutableMap<String, NpyArray> read(Path file) throws IOException {
        ImmutableSortedMap.Builder<String, NpyArray> arrays = ImmutableSortedMap.naturalOrder();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (Enumeration<? extends ZipEntry> entries = zip.entries(); entries.hasMoreElements(); ) {
                ZipEntry entry = entries.nextElement();
                byte[] bytes = zip.getInputStream(entry).readAllBytes();
                arrays.put(name(entry), NpyArray.of(bytes));
            }
        }
        return arrays.buildOrThrow();
    }

    private static String name(ZipEntry entry) {
        String name = entry.getName();
        if (!name.endsWith(ENDING)) {
            throw new IllegalArgumentException("entry must end in " + ENDING + ", but was " + name);
        }
        return name.substring(0, name.length() - ENDING.length());
    }
}
