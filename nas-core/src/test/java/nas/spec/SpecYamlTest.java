package nas.spec;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nas.data.ColumnKind;
import nas.data.DataDescription;
import nas.data.DataSource;
import nas.data.Dataset;
import nas.data.LoadedData;
import nas.data.Split;
import nas.data.TableFormat;
import nas.data.TableProfile;
import nas.data.TableProfile.Column;
import nas.data.TableProfile.Role;
import nas.data.TargetChoice;
import nas.data.Targets;
import nas.data.fetch.PublishedData;
import nas.data.source.Datasets;
import nas.run.ObjectiveSettings;
import nas.run.SearchSettings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpecYamlTest {
    private static final Charset UTF_8 = StandardCharsets.UTF_8;

    @TempDir
    private Path folder;

    private SpecFile file;

    @BeforeEach
    void place_the_file() {
        file = new SpecFile(folder);
    }

    @Test
    void everything_is_said_with_a_comment() throws IOException {
        String rows = IntStream.range(0, 40)
                .mapToObj(i -> i + "," + i % 7 + ",k" + i % 2 + "\n")
                .collect(Collectors.joining());
        Path table = Files.writeString(folder.resolve("kinds.csv"), "a,b,kind\n" + rows);
        String text = written(table, "kind");
        assertThat(text.replace(folder.toString(), "")).isEqualTo(golden());
    }

    @Test
    void read_back_it_gives_the_same_run() throws IOException {
        String numbers = IntStream.range(0, 600)
                .mapToObj(i -> i + "," + i % 7 + "," + i * 0.37 + "\n")
                .collect(Collectors.joining());
        Path table = Files.writeString(folder.resolve("numbers.csv"), "a,b,y\n" + numbers);
        assertSameRun(SearchSpecReader.of(table.toString(), target("y")));
        assertSameRun(SearchSpecReader.of("iris", Overrides.NONE));
        assertSameRun(SearchSpecReader.of("iris", target("petal_length")));
    }

    @Test
    void columns_of_any_name_are_read_back() throws IOException {
        String header = Hostile.NAMES.stream()
                .map(name -> '"' + name.replace("\"", "\"\"") + '"')
                .collect(Collectors.joining(","));
        String row = IntStream.range(0, Hostile.NAMES.size())
                .mapToObj(column -> "%1$d." + column)
                .collect(Collectors.joining(","));
        String rows = IntStream.range(0, 40)
                .mapToObj(i -> row.replace("%1$d", i + ""))
                .collect(Collectors.joining("\n"));
        Path table = Files.writeString(folder.resolve("hostile.csv"), header + "\n" + rows + "\n");
        for (String name : Hostile.NAMES) {
            SearchSpec spec = assertSameRun(SearchSpecReader.of(table.toString(), target(name)));
            assertThat(spec.data().target()).isEqualTo(TargetChoice.of(name));
        }
    }

    @Test
    void what_was_found_out_can_be_taken_over_by_taking_the_comment_marks_away() throws IOException {
        String text = SpecYaml.write(spec("\u00E9: no"), profiled(), UTF_8);
        DataDescription data = file.read(
                        text.replaceAll("(?m)^  # (header|delimiter|quote|missing|columns|  )", "  $1"))
                .data();
        assertThat(data.reading().format()).isEqualTo(new TableFormat(true, List.of(), '\t', TableFormat.NO_QUOTE));
        assertThat(data.reading().columns())
                .hasSize(Hostile.NAMES.size() + 1)
                .containsEntry("\u00E9: no", ColumnKind.BOOLEAN)
                .containsEntry("a\nb", ColumnKind.NUMERIC)
                .containsEntry("x", ColumnKind.IGNORE);
        assertThat(data.reading().missing())
                .isEqualTo(spec("y").data().reading().missing());
    }

    @Test
    void notes_stand_in_comments_of_one_line() throws IOException {
        String text = SpecYaml.write(spec("\u00E9: no"), profiled(), UTF_8);
        assertThat(text).containsPattern("  #   x: ignore +# every cell differs\uFFFDdata: \\{}\n");
        assertThat(text).containsPattern("  target: \"\u00E9: no\" +# 2 classes: a\uFFFDb, <script>\n");
    }

    @Test
    void an_output_that_holds_few_characters_gets_escapes() throws IOException {
        String text = SpecYaml.write(spec("\u00E9: no"), profiled(), StandardCharsets.US_ASCII);
        assertThat(text).contains("  target: \"\\u00E9: no\" ");
        String printed = new String(text.getBytes(StandardCharsets.US_ASCII), StandardCharsets.US_ASCII);
        assertThat(file.read(printed).data().target()).isEqualTo(TargetChoice.of("\u00E9: no"));
    }

    @Test
    void a_table_of_very_many_columns_stays_readable() throws IOException {
        List<Column> columns = IntStream.range(0, 1_500)
                .mapToObj(i -> new Column("x" + i, Role.INPUT, ColumnKind.NUMERIC, "n".repeat(100)))
                .toList();
        LoadedData wide = new LoadedData(
                profiled().data(), new TableProfile(new TableFormat(true, List.of(), ',', '"'), columns));
        String text = SpecYaml.write(spec("y"), wide, UTF_8);
        assertThat(text)
                .contains("  #   x999: numeric ", "\n  # and 500 more\n")
                .doesNotContain("x1000");
        assertThat(file.read(text).data()).isEqualTo(spec("y").data());
    }

    private SearchSpec spec(String target) throws IOException {
        Path table = Files.write(folder.resolve("t.csv"), new byte[0]);
        DataDescription data = DataDescription.of(new DataSource.CsvFile(table)).withTarget(TargetChoice.of(target));
        return new SearchSpec(
                "hostile",
                data,
                SpaceChoice.OPEN,
                ObjectiveSettings.DEFAULT,
                EffortChoice.OPEN,
                BudgetChoice.OPEN,
                StartChoice.DEFAULT,
                42);
    }

    private static LoadedData profiled() {
        Targets targets = new Targets.Classes(new int[] {0, 1, 0, 1}, List.of("a\nb", "<script>"));
        Split split = new Split(new int[] {0, 1}, new int[] {2, 3}, new int[0]);
        ImmutableList.Builder<Column> columns = ImmutableList.builder();
        Hostile.NAMES.forEach(name -> columns.add(
                name.equals("x")
                        ? new Column(name, Role.UNUSED, ColumnKind.IGNORE, "every cell differs\ndata: {}")
                        : new Column(name, Role.INPUT, ColumnKind.NUMERIC, "")));
        columns.add(new Column("\u00E9: no", Role.TARGET, ColumnKind.BOOLEAN, ""));
        return new LoadedData(
                Dataset.of("hostile", new float[8], targets, split),
                new TableProfile(new TableFormat(true, List.of(), '\t', TableFormat.NO_QUOTE), columns.build()));
    }

    private SearchSpec assertSameRun(SearchSpecReader reader) {
        SearchSpec spec = reader.spec();
        LoadedData loaded = Datasets.profile(spec.data(), PublishedData.NONE);
        SearchSpec again = file.read(SpecYaml.write(spec, loaded, UTF_8));
        DataShape shape = DataShape.of(Datasets.load(again.data()));
        SearchSettings settings = spec.settings(DataShape.of(loaded.data()));
        assertThat(again.data()).isEqualTo(spec.data());
        assertThat(SpecJson.write(again, again.settings(shape))).isEqualTo(SpecJson.write(spec, settings));
        return again;
    }

    private static String written(Path table, String target) {
        SearchSpec spec = SearchSpecReader.of(table.toString(), target(target)).spec();
        return SpecYaml.write(spec, Datasets.profile(spec.data(), PublishedData.NONE), UTF_8);
    }

    private static String golden() throws IOException {
        try (InputStream in = Objects.requireNonNull(SpecYamlTest.class.getResourceAsStream("space-init.yaml"))) {
            return new String(in.readAllBytes(), UTF_8);
        }
    }

    private static Overrides target(String column) {
        return Overrides.NONE.withTexts("data.target", List.of(column), "--target");
    }
}
