package nas.export.pytorch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import nas.export.ExportFixtures;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How the Python files of winners read tables that are laid out in unusual ways. */
class PytorchTableTest {
    private static final String HEADER = "\"a \"\"b\"\" \\u000a */\",class,größe,sex,2nd,year,y1,y2";
    private static final String ROW = "1.5,0.0003,'tall',m,1.00001e+09,2019,5,0.5";

    @TempDir
    static Path folder;

    private static final Map<String, TorchPython.Done> DONE = new LinkedHashMap<>();

    /** Everything is run in one process. */
    @BeforeAll
    static void run() throws IOException {
        assumeTrue(TorchPython.torch().isPresent(), TorchPython.LACKING);
        Path script = folder.resolve("winner.py");
        new PytorchExporter().write(ExportFixtures.named("linear").winner(), script);
        Map<String, String> tables = tables();
        List<TorchPython.Job> jobs = new ArrayList<>();
        for (Map.Entry<String, String> table : tables.entrySet()) {
            Path file = Files.writeString(folder.resolve(table.getKey() + ".csv"), table.getValue());
            String delimiter = table.getKey().equals("tabs") ? "\t" : ",";
            List<String> command = List.of(script.toString(), file.toString(), "--delimiter=" + delimiter);
            jobs.add(new TorchPython.Job(command, file));
        }
        List<TorchPython.Done> done = TorchPython.runAll(folder, jobs);
        int at = 0;
        for (String name : tables.keySet()) {
            DONE.put(name, done.get(at++));
        }
    }

    private static Map<String, String> tables() {
        Map<String, String> tables = new LinkedHashMap<>();
        String noted = HEADER + ",note\n" + ROW;
        tables.put("plain", noted + ",\"x,\"\"\ny\"\n" + ROW + ", z \n");
        tables.put(
                "blanks",
                HEADER.replace(",größe", " , \"größe\"\t") + ", \"note\" \r\n" + ROW.replace("'tall'", " \t\"'tall'\" ")
                        + ",\t\"x,\"\"\ny\" \r\n" + ROW + ", z \r\n");
        tables.put("tabs", (HEADER + ",note\n" + ROW + ", \"x\ty\" \n" + ROW + ",\n").replace(',', '\t'));
        tables.put("text after quote", noted + ",\n" + ROW + ", \"x\" y\n");
        tables.put("bad number", noted + ", \"x\ny\" \n" + ROW.replace("2019", " \"20l9\" ") + ",\n");
        tables.put("needed twice", HEADER + ", sex\n" + ROW + ",f\n");
        tables.put("other twice", HEADER + ",\"a\nb\",\"a\nb\"\n" + ROW + ",,\n");
        return tables;
    }

    @Test
    void blanks_around_quotes_do_not_count_and_others_stay() throws IOException {
        String said = succeeded("plain");
        assertThat(said)
                .startsWith(HEADER + ",note,prediction,")
                .contains("\n" + ROW + ",\"x,\"\"\ny\",")
                .contains("\n" + ROW + ", z ,");
        assertThat(succeeded("blanks")).isEqualTo(said.replace(",class,", ",class ,"));
    }

    @Test
    void a_blank_between_cells_is_no_blank_around_quotes() throws IOException {
        String said = succeeded("tabs");
        assertThat(said).contains("0.5\t\"x\ty\"\t").contains("0.5\t\t");
        assertThat(said.lines()).hasSize(3);
    }

    @Test
    void what_is_wrong_is_told_with_its_line() {
        refused(
                "text after quote",
                "text after quote.csv:3: must be CSV in UTF-8, but is not: ',' expected after '\"'");
        refused("bad number", "bad number.csv:4: column 'year' must be a finite number, but was '20l9'");
    }

    @Test
    void columns_that_are_called_the_same_are_refused() {
        refused("needed twice", "needed twice.csv:1:9: column names must differ, but 'sex' is also column 4");
        refused("other twice", "other twice.csv:1:10: column names must differ, but 'a\\nb' is also column 9");
    }

    private static void refused(String name, String message) {
        TorchPython.Done done = done(name);
        assertThat(done.errors()).endsWith(message + "\n").startsWith("winner.py: ");
        assertThat(done.errors().lines()).hasSize(1);
        assertThat(done.code()).isEqualTo(2);
    }

    private static String succeeded(String name) throws IOException {
        TorchPython.Done done = done(name);
        assertThat(done.errors()).isEmpty();
        assertThat(done.code()).isZero();
        return Files.readString(done.output());
    }

    private static TorchPython.Done done(String name) {
        return Objects.requireNonNull(DONE.get(name));
    }
}
