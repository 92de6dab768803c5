package nas.data.table;

import java.io.FilterReader;
import java.io.IOException;
import java.io.PushbackReader;
import java.io.Reader;

/** A text that can be read once to its end, though its beginning was read before. */
final class RereadBeginning {
    private static final int BEGINNING = 1 << 20;

    private final PushbackReader text;

    RereadBeginning(Reader text) {
        this.text = new PushbackReader(text, BEGINNING);
    }

    /** Returns the text from its beginning. When it is closed, what was read is put back, if it is no more than a beginning. */
    Reader again() {
        return new Remembering(text);
    }

    private static final class Remembering extends FilterReader {
        private final PushbackReader text;
        private final StringBuilder seen = new StringBuilder();
        private boolean isTooLong;

        Remembering(PushbackReader text) {
            super(text);
            this.text = text;
        }

        @Override
        public int read() throws IOException {
            char[] one = new char[1];
            return read(one, 0, 1) < 0 ? -1 : one[0];
        }

        @Override
        public int read(char[] into, int offset, int length) throws IOException {
            int count = in.read(into, offset, length);
            if (!isTooLong && count > 0) {
                isTooLong = seen.length() + count > BEGINNING;
                if (isTooLong) {
                    seen.setLength(0);
                } else {
                    seen.append(into, offset, count);
                }
            }
            return count;
        }

        @Override
        public void close() throws IOException {
            text.unread(seen.toString().toCharArray());
        }
    }
}
