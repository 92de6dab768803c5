package nas.data.table;

import com.google.common.io.CountingInputStream;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import nas.InvalidInputException;
import nas.data.Compression;
import nas.data.Unreadable;

/**
 * A text in UTF-8 that can be read again and again: a file, plain or compressed with gzip (which its first bytes tell, not
 * its name), with or without a byte order mark; or a text in memory.
 */
public final class TextSource {
    private static final int BUFFER = 1 << 16;
    private static final char BYTE_ORDER_MARK = '\ufeff';

    private final String name;
    private final Optional<Path> file;
    private final Supplier<Reader> text;

    private TextSource(String name, Optional<Path> file, Supplier<Reader> text) {
        this.name = name;
        this.file = file;
        this.text = text;
    }

    /** Returns the text of a file. */
    public static TextSource of(Path file) {
        return new TextSource(file.toString(), Optional.of(file), Reader::nullReader);
    }

    /** Returns a text in memory; its name stands for a file in messages. */
    public static TextSource of(String name, String text) {
        return of(name, () -> new StringReader(text));
    }

    /** Returns a text that is made anew whenever it is read; its name stands for a file in messages. */
    public static TextSource of(String name, Supplier<Reader> text) {
        return new TextSource(name, Optional.empty(), text);
    }

    /**
     * Returns a text that comes from a stream, plain or compressed, and can be read once; before that its beginning may be read
     * as often as wanted.
     *
     * @param name what messages call it
     * @throws InvalidInputException if the stream cannot be read
     */
    public static TextSource once(String name, InputStream stream) {
        try {
            RereadBeginning text = new RereadBeginning(opened(name, stream));
            return of(name, text::again);
        } catch (CharacterCodingException e) {
            throw malformed(name, e);
        } catch (IOException e) {
            throw new InvalidInputException(name + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static InvalidInputException malformed(String name, CharacterCodingException e) {
        return new InvalidInputException(name + ": text must be UTF-8, but is not", e);
    }

    private static Reader opened(String name, InputStream stream) throws IOException {
        InputStream buffered = new BufferedInputStream(stream, BUFFER);
        InputStream bytes = Compression.isGzip(buffered) ? new Inflated(name, buffered) : buffered;
        return withoutMark(new InputStreamReader(bytes, StandardCharsets.UTF_8.newDecoder()));
    }

    /** Does something with the characters of a text. */
    @FunctionalInterface
    interface Reading<T> {
        T read(Reader reader) throws IOException;
    }

    /** Returns what messages call this text. */
    String name() {
        return name;
    }

    /**
     * Reads the text from its beginning.
     *
     * @throws InvalidInputException if the file cannot be read, is damaged or is not in UTF-8
     */
    <T> T read(Reading<T> reading) {
        if (file.isEmpty()) {
            try (Reader reader = text.get()) {
                return reading.read(reader);
            } catch (CharacterCodingException e) {
                throw malformed(name, e);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        try {
            return read(file.get(), reading);
        } catch (UncheckedIOException e) {
            throw explained(file.get(), Objects.requireNonNull(e.getCause()));
        } catch (IOException e) {
            throw explained(file.get(), e);
        }
    }

    private static <T> T read(Path file, Reading<T> reading) throws IOException {
        try (InputStream bytes = open(file);
                Reader reader = new InputStreamReader(bytes, StandardCharsets.UTF_8.newDecoder())) {
            return reading.read(withoutMark(reader));
        }
    }

    /** Reads the file's characters, each byte as one, so that nothing is malformed. */
    static BufferedReader bytes(Path file, Charset charset) throws IOException {
        return new BufferedReader(new InputStreamReader(open(file), charset));
    }

    private static InputStream open(Path file) throws IOException {
        InputStream raw = new BufferedInputStream(Files.newInputStream(file), BUFFER);
        try {
            return Compression.isGzip(raw) ? new Inflated(file.toString(), raw) : raw;
        } catch (IOException | RuntimeException e) {
            raw.close();
            throw e;
        }
    }

    private static Reader withoutMark(Reader text) throws IOException {
        BufferedReader reader = new BufferedReader(text, BUFFER);
        reader.mark(1);
        if (reader.read() != BYTE_ORDER_MARK) {
            reader.reset();
        }
        return reader;
    }

    private static InvalidInputException explained(Path file, IOException cause) {
        try {
            return cause instanceof CharacterCodingException ? MalformedText.in(file) : Unreadable.file(file, cause);
        } catch (IOException e) {
            return Unreadable.file(file, e);
        }
    }

    /** Decompressed bytes; damage is told with the number of bytes that came before it. */
    private static final class Inflated extends InputStream {
        private final String file;
        private final CountingInputStream in;

        Inflated(String file, InputStream raw) throws IOException {
            this.file = file;
            try {
                this.in = new CountingInputStream(new GZIPInputStream(raw, BUFFER));
            } catch (EOFException | ZipException e) {
                throw damaged(file, 0, e);
            }
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            try {
                return in.read(into, offset, length);
            } catch (EOFException | ZipException e) {
                throw damaged(file, in.getCount(), e);
            }
        }

        @Override
        public void close() throws IOException {
            in.close();
        }

        private static InvalidInputException damaged(String file, long offset, IOException e) {
            String problem = e instanceof EOFException
                    ? "compressed data must not end here; the file is incomplete"
                    : "compressed data are damaged: " + e.getMessage();
            return new InvalidInputException(file + ": byte " + offset + " of the decompressed text: " + problem, e);
        }
    }
}
