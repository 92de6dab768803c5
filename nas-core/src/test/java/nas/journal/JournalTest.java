package nas.journal;

import static nas.journal.JournalFixtures.HEADER;
import static nas.journal.JournalFixtures.failed;
import static nas.journal.JournalFixtures.generation;
import static nas.journal.JournalFixtures.genome;
import static nas.journal.JournalFixtures.measured;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.MoreCollectors;
import com.google.common.hash.Hashing;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nas.InvalidInputException;
import nas.journal.JournalRecord.GenerationEnded;
import nas.journal.JournalRecord.Header;
import nas.journal.JournalRecord.Resumed;
import nas.journal.JournalRecord.RunEnded;
import nas.journal.JournalRecord.Stop;
import nas.journal.JournalRecord.TrialEnded;
import nas.journal.JournalRecord.WinnerChosen;
import nas.trial.Detail;
import nas.trial.FloatVector;
import nas.trial.Fold;
import nas.trial.RateCurve;
import nas.trial.TrialRequest;
import nas.trial.TrialResult;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JournalTest {
    private static final GenerationEnded GENERATION = generation(1, 1, 4, 5, 4);
    private static final WinnerChosen WINNER = new WinnerChosen(genome(4).key(), 1, Stop.GENERATIONS);

    @TempDir
    Path temporary;

    private RunFolder folder = new RunFolder(Path.of("unset"));

    @BeforeEach
    void make_folder() {
        folder = RunFolder.create(temporary.resolve("run"));
    }

    @Test
    void what_was_written_is_read() {
        write();
        RunHistory history = JournalReader.read(folder);
        assertThat(history.header()).isEqualTo(HEADER);
        assertThat(history.trials()).containsExactly(measured(4, Fold.VALIDATION, 1, 0.5), failed(5));
        assertThat(history.generations()).containsExactly(GENERATION);
        assertThat(history.end()).contains(new RunEnded("", 1.5, 0.25));
    }

    @Test
    void range_tests_are_part_of_the_header() {
        RateCurve test =
                new RateCurve(genome(4), List.of(new RateCurve.Point(1e-5, 1.0986), new RateCurve.Point(0.1, -0.0)));
        Header header = JournalFixtures.header(HEADER.data(), List.of(test));
        Journal.begin(folder, header, InstantSource.system()).close();
        assertThat(JournalReader.read(folder).header()).isEqualTo(header);
    }

    @Test
    void the_live_history_is_the_one_that_is_read() {
        RunHistory live = write();
        RunHistory read = JournalReader.read(folder);
        assertThat(read.trials()).isEqualTo(live.trials());
        assertThat(read.selection()).isEqualTo(live.selection());
    }

    @Test
    void a_journal_cut_anywhere_in_its_last_line_is_read_up_to_that_line() throws IOException {
        write();
        String whole = Files.readString(folder.journalFile());
        int lastLine = whole.lastIndexOf('\n', whole.length() - 2) + 1;
        for (int length = lastLine; length < whole.length() - 1; length++) {
            Files.writeString(folder.journalFile(), whole.substring(0, length));
            RunHistory history = JournalReader.read(folder);
            assertThat(history.generations()).hasSize(1);
            assertThat(history.end()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"2026-01-02T03:04:05Z\"|\"yesterday\"|1|started must be an instant, but was 'yesterday'",
                "\"seed\":1,|\"seed\":\"one\",|2|seed must be an integer, but was \"one\"",
                "\"loss\":0.5|\"loss\":\"NaN\"|2|loss must be a number, but was \"NaN\"",
                "\"activation\":\"elu\"|\"activation\":7|2|activation must be a text, but was 7",
                "\"epochs\":2|\"epochs\":0|2|epochs must be >= 1, but was 0",
                "\"optimizer\":\"adam\"|\"optimizer\":\"ADAM\"|2|"
                        + "optimizer must be one of sgd, nesterov, adam, nadam, rmsprop, adamax, but was 'ADAM'",
                "\"constantLoss\":1.0986|\"constantLoss\":-1|2|constantLoss must be finite and >= 0, but was -1.0",
                "\"generation\":1,\"stop|\"generation\":-1,\"stop|5|generation must be >= 1, but was -1",
                "\"task\":\"classification\"|\"task\":null|1|not a DataSummary",
                "\"sequence\":3|\"sequence\":4|3|sequence must be 3, but was 4",
                "\"number\":1|\"number\":2|4|generation must be 1, but was 2",
            })
    void a_field_that_is_wrong_is_refused_with_its_line(String right, String wrong, int line, String message)
            throws IOException {
        write();
        rewrite(text -> text.replaceFirst(Pattern.quote(right), wrong));
        assertThatThrownBy(() -> JournalReader.read(folder))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage(folder.journalFile() + ":" + line + ":1: damaged record: " + message + advice(line));
    }

    @Test
    void a_second_header_is_refused() throws IOException {
        write();
        List<String> lines = bodies();
        lines.set(1, lines.get(0).replace("\"sequence\":1", "\"sequence\":2"));
        Files.writeString(folder.journalFile(), JournalLineTest.chained(lines));
        assertThatThrownBy(() -> JournalReader.read(folder))
                .hasMessage(folder.journalFile() + ":2:1: damaged record: a second header" + advice(2));
    }

    @Test
    void lines_are_ascii_so_that_one_cut_short_is_still_text() throws IOException {
        try (Journal journal = JournalFixtures.begin(folder, HEADER)) {
            journal.append(new RunEnded("größe ∞", 1, 1));
        }
        assertThat(Files.readString(folder.journalFile())).isASCII();
        assertThat(JournalReader.read(folder).end().map(RunEnded::failure)).contains("größe ∞");
    }

    @Test
    void fields_that_are_not_known_are_ignored() throws IOException {
        write();
        rewrite(text -> text.replace("{\"sequence\"", "{\"new\":{\"field\":1},\"sequence\""));
        assertThat(JournalReader.read(folder).trials()).hasSize(2);
    }

    @Test
    void another_format_version_and_an_unknown_record_are_refused_with_advice() throws IOException {
        write();
        rewrite(text -> text.replace("\"formatVersion\":1", "\"formatVersion\":2"));
        assertThatThrownBy(() -> JournalReader.read(folder))
                .hasMessage(folder.journalFile() + ":1:1: formatVersion must be 1, but was 2; use the nas that wrote"
                        + " this journal, or a newer one");
        rewrite(text -> text.replace("\"formatVersion\":2", "\"formatVersion\":1")
                .replace("\"type\":\"generation\"", "\"type\":\"finalist\""));
        assertThatThrownBy(() -> JournalReader.read(folder))
                .hasMessage(
                        folder.journalFile() + ":4:1: unknown record type 'finalist'; a newer nas may have written it");
    }

    @Test
    void a_journal_that_was_left_goes_on_where_it_ended() throws IOException {
        write();
        Files.writeString(folder.journalFile(), "{\"sequence\":7,\"ty", StandardOpenOption.APPEND);
        try (Journal journal = Journal.resume(folder, () -> Instant.EPOCH)) {
            journal.append(resumed(false));
            journal.append(new TrialEnded(measured(6, Fold.VALIDATION, 1, 0.4)));
        }
        RunHistory history = JournalReader.read(folder);
        assertThat(history.trials()).hasSize(3);
        assertThat(history.end()).isEmpty();
        assertThat(history.resumptions()).containsExactly(resumed(false));
    }

    @Test
    void what_a_dead_process_had_not_finished_is_swept_away() throws IOException {
        try (Journal journal = JournalFixtures.begin(folder, HEADER)) {
            journal.append(withParameters(measured(4, Fold.TEST, 1, 0.5), 1), null);
        }
        Path result = Files.createFile(folder.path().resolve("result.json.nas-unfinished"));
        Path detail = Files.createFile(sidecar().resolveSibling("ab.f32.nas-unfinished"));
        Journal.resume(folder, () -> Instant.EPOCH).close();
        assertThat(result).doesNotExist();
        assertThat(detail).doesNotExist();
        assertThat(sidecar()).exists();
    }

    @Test
    void the_time_of_all_processes_is_added_up() {
        long[] now = {0};
        try (Journal journal = Journal.begin(folder, HEADER, () -> Instant.ofEpochSecond(now[0]))) {
            now[0] += 20;
            journal.append(GENERATION);
            now[0] += 99;
        }
        try (Journal journal = Journal.resume(folder, () -> Instant.ofEpochSecond(now[0]))) {
            now[0] += 1;
            journal.append(resumed(false));
            now[0] += 4;
            journal.append(WINNER);
        }
        try (Journal journal = Journal.resume(folder, () -> Instant.ofEpochSecond(now[0]))) {
            journal.append(resumed(false));
            assertThat(journal.history().earlierSeconds()).isEqualTo(25);
        }
    }

    @Test
    void details_lie_in_sidecars_that_are_on_the_disk_before_the_record() throws IOException {
        TrialResult result = withParameters(measured(4, Fold.TEST, 1, 0.5), 1.5f, -0.0f, Float.MIN_VALUE);
        TrialRequest request = TrialRequest.of(result.trial(), Detail.PARAMETERS);
        try (Journal journal = JournalFixtures.begin(folder, HEADER)) {
            journal.append(result, null);
            assertThat(journal.find(request)).contains(result);
            assertThat(journal.find(TrialRequest.of(result.trial()))).contains(result.withoutDetails());
            assertThat(journal.find(TrialRequest.of(result.trial(), Detail.PREDICTIONS)))
                    .isEmpty();
        }
        Path sidecar = sidecar();
        assertThat(sidecar.getFileName().toString())
                .isEqualTo(Hashing.sha256().hashBytes(Files.readAllBytes(sidecar)) + ".f32");
        try (Journal journal = Journal.resume(folder, () -> Instant.EPOCH)) {
            assertThat(journal.find(request)).contains(result);
            Files.write(sidecar, new byte[12]);
            assertThat(journal.find(request)).isEmpty();
            Files.delete(sidecar);
            assertThat(journal.find(request)).isEmpty();
            journal.append(result, null);
            assertThat(journal.find(request)).contains(result);
        }
    }

    @Test
    void a_journal_that_was_moved_or_written_to_by_others_takes_no_more_records() throws IOException {
        try (Journal journal = JournalFixtures.begin(folder, HEADER)) {
            Files.writeString(folder.journalFile(), "x", StandardOpenOption.APPEND);
            assertThatThrownBy(() -> journal.append(GENERATION))
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessageContaining("another process has changed this journal");
            Files.move(folder.path(), temporary.resolve("elsewhere"));
            assertThatThrownBy(() -> journal.append(GENERATION))
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessageContaining("the run's folder was moved or removed");
        }
        assertThat(folder.path()).doesNotExist();
    }

    @Test
    void of_a_run_that_ended_only_what_an_uninterrupted_one_had_done_counts() {
        try (Journal journal = JournalFixtures.begin(folder, HEADER)) {
            journal.append(new TrialEnded(measured(4, Fold.VALIDATION, 1, 0.5)));
            journal.append(generation(1, 0, 4));
            journal.append(new TrialEnded(measured(9, Fold.VALIDATION, 1, 0.1)));
            journal.append(generation(2, 3, 9));
            journal.append(new TrialEnded(measured(9, Fold.TEST, 1, 0.1)));
            assertThat(journal.history().trials()).hasSize(3);
            journal.append(WINNER);
            journal.append(new TrialEnded(measured(4, Fold.TEST, 1, 0.6)));
            journal.append(new RunEnded("", 1, 1));
            assertThat(journal.history().trials())
                    .containsExactly(measured(4, Fold.VALIDATION, 1, 0.5), measured(4, Fold.TEST, 1, 0.6));
            assertThat(journal.history().generations()).containsExactly(generation(1, 0, 4));
            assertThat(journal.history().openings()).isEqualTo(1);
        }
    }

    @Test
    void test_rows_are_opened_for_a_choice_when_its_first_result_is_known() {
        RunHistory history = new RunHistory(HEADER);
        history.add(generation(1, 0, 4, 9), 0);
        history.add(new WinnerChosen(genome(4).key(), 1, Stop.GENERATIONS), 0);
        history.add(resumed(true), 0);
        history.add(generation(2, 0, 5), 0);
        history.add(new WinnerChosen(genome(4).key(), 2, Stop.GENERATIONS), 0);
        assertThat(history.openings()).isZero();
        history.add(new TrialEnded(measured(4, Fold.TEST, 1, 0.5)), 0);
        history.add(new TrialEnded(measured(4, Fold.TEST, 2, 0.5)), 0);
        assertThat(history.openings()).isEqualTo(1);
        history.add(new WinnerChosen(genome(9).key(), 3, Stop.GENERATIONS), 0);
        assertThat(history.openings()).isEqualTo(1);
        history.add(new WinnerChosen(genome(4).key(), 4, Stop.GENERATIONS), 0);
        assertThat(history.openings()).isEqualTo(2);
    }

    @Test
    void a_first_record_without_its_end_is_refused() throws IOException {
        JournalFixtures.begin(folder, HEADER).close();
        String whole = Files.readString(folder.journalFile());
        Files.writeString(folder.journalFile(), whole.stripTrailing());
        assertThatThrownBy(() -> JournalReader.read(folder))
                .hasMessage(folder.journalFile() + ":1:1: damaged record: the line has no end" + advice(1));
    }

    @Test
    void a_record_that_cannot_be_the_next_is_not_written() {
        try (Journal journal = JournalFixtures.begin(folder, HEADER)) {
            assertThatThrownBy(() -> journal.append(generation(2, 0, 4))).hasMessage("generation must be 1, but was 2");
            journal.append(generation(1, 0, 4));
        }
        assertThat(JournalReader.read(folder).generations()).hasSize(1);
    }

    @Test
    void only_larger_limits_undo_a_stop_by_time() {
        RunHistory history = new RunHistory(HEADER);
        history.add(generation(1, 0, 4), 0);
        history.add(new WinnerChosen(genome(4).key(), 1, Stop.TIME), 0);
        history.add(resumed(false), 0);
        assertThat(history.timeStop()).contains(1);
        history.add(resumed(true), 0);
        assertThat(history.timeStop()).isEmpty();
    }

    @Test
    void an_empty_journal_and_a_folder_without_one_are_refused() throws IOException {
        assertThatThrownBy(() -> JournalReader.read(folder))
                .hasMessage(folder.path() + ": there is no run here (no journal.jsonl)");
        Files.createFile(folder.journalFile());
        assertThatThrownBy(() -> JournalReader.read(folder))
                .hasMessage(folder.journalFile() + ":1:1: damaged record: a journal must begin with a header record"
                        + advice(1));
    }

    private static Resumed resumed(boolean isExtension) {
        return new Resumed(Instant.EPOCH, JournalFixtures.provenance("SkylakeX"), 7, isExtension);
    }

    private static TrialResult withParameters(TrialResult result, float... parameters) {
        return new TrialResult(
                result.trial(),
                result.outcome(),
                result.effort(),
                Map.of(Detail.PARAMETERS, FloatVector.copyOf(parameters)));
    }

    private Path sidecar() throws IOException {
        try (Stream<Path> files = Files.list(folder.path().resolve("sidecars"))) {
            return files.collect(MoreCollectors.onlyElement());
        }
    }

    /** Changes records, as a program would that knows how to make the checksums. */
    private void rewrite(UnaryOperator<String> change) throws IOException {
        List<String> changed = bodies().stream().map(change).toList();
        Files.writeString(folder.journalFile(), JournalLineTest.chained(changed));
    }

    private List<String> bodies() throws IOException {
        return JournalLineTest.bodies(Files.readString(folder.journalFile()));
    }

    private RunHistory write() {
        try (Journal journal = JournalFixtures.begin(folder, HEADER)) {
            journal.append(new TrialEnded(measured(4, Fold.VALIDATION, 1, 0.5)));
            journal.append(new TrialEnded(failed(5)));
            journal.append(GENERATION);
            journal.append(WINNER);
            journal.append(new RunEnded("", 1.5, 0.25));
            return journal.history();
        }
    }

    private static String advice(int line) {
        return "; restore the file, or remove "
                + (line > 1
                        ? "this line and those after it, which are then trained again"
                        : "the run and search again");
    }
}
