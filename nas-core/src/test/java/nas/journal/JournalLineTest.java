package nas.journal;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class JournalLineTest {
    private static final int SUFFIX = ",\"checksum\":\"0123456789abcdef0123456789abcdef\"}".length();

    /** Returns the JSON objects of a journal without their checksums. */
    static List<String> bodies(String journal) {
        List<String> bodies = new ArrayList<>();
        journal.lines().forEach(line -> bodies.add(line.substring(0, line.length() - SUFFIX) + "}"));
        return bodies;
    }

    /** Returns a journal of JSON objects, each with a right checksum. */
    static String chained(List<String> bodies) {
        StringBuilder journal = new StringBuilder();
        String checksum = "";
        for (String body : bodies) {
            JournalLine.Checked line = JournalLine.of(body, checksum);
            journal.append(line.json()).append('\n');
            checksum = line.checksum();
        }
        return journal.toString();
    }

    @Test
    void the_checksum_covers_the_line_before_and_is_golden() {
        JournalLine.Checked first = JournalLine.of("{\"a\":1}", "");
        JournalLine.Checked second = JournalLine.of("{\"a\":1}", first.checksum());
        assertThat(first.json()).isEqualTo("{\"a\":1,\"checksum\":\"8b0f0d75aabe01bbfba9341752c2cf76\"}");
        assertThat(second.json()).isEqualTo("{\"a\":1,\"checksum\":\"cceb6c45f40b2ff5a415a75e69abb38f\"}");
        assertThat(JournalLine.check(second.json().getBytes(US_ASCII), first.checksum()))
                .isEqualTo(second.checksum());
        assertThatThrownBy(() -> JournalLine.check(second.json().getBytes(US_ASCII), ""))
                .hasMessage("the checksum does not fit the line and those before it");
    }

    @Test
    void a_line_without_a_checksum_is_refused() {
        assertThatThrownBy(() -> JournalLine.check("{\"a\":1}".getBytes(US_ASCII), ""))
                .hasMessage("the line does not end in a checksum");
        assertThatThrownBy(() -> JournalLine.check(new byte[0], "")).hasMessage("the line does not end in a checksum");
    }
}
