package nas.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HelpTest {
    @TempDir
    Path runs;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "search",
                "resume",
                "show",
                "runs",
                "pick",
                "compare",
                "report",
                "predict",
                "export",
                "reproduce",
                "space",
                "space check",
                "space init",
                "data",
                "data list",
                "data fetch",
                "bench",
                "completion"
            })
    void help_is_golden(String command) throws IOException {
        Cli.Output help = cli().run((command + " --help").strip().split(" "));
        assertThat(help.exitCode()).isZero();
        assertThat(help.out()).isEqualTo(golden(("help " + command).strip().replace(' ', '-') + ".txt"));
        assertThat(help.out().lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--version",
                "search -V",
                "resume -V",
                "show -V",
                "runs -V",
                "pick -V",
                "compare -V",
                "report -V",
                "predict -V",
                "export -V",
                "reproduce -V",
                "space -V",
                "space check -V",
                "space init -V",
                "data -V",
                "data list -V",
                "data fetch -V",
                "bench -V",
                "completion -V"
            })
    void version_names_version_and_commit(String arguments) {
        Cli.Output version = cli().run(arguments.split(" "));
        assertThat(version.exitCode()).isZero();
        assertThat(version.out()).matches("nas 0\\.1\\.0 \\(commit ([0-9a-f]{12}(-dirty)?|unknown)\\)\\R");
    }

    @Test
    void completion_knows_every_command_and_option() {
        Cli.Output completion = cli().run("completion");
        assertThat(completion.exitCode()).isZero();
        assertThat(completion.out())
                .startsWith("#!/usr/bin/env bash")
                .contains("--max-params", "resume", "--reuse", "--allow-mixed", "runs", "show", "--top", "bench")
                .contains("pick", "--within", "--reach", "compare", "report", "--beside")
                .contains("(\"auto\" \"blas\" \"dl4j\") # --engine values");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|nas: Missing command; see 'nas --help'",
                "serach|nas: Unmatched argument at index 0: 'serach'; did you mean 'search'?; see 'nas --help'",
                "space|nas: Missing command; see 'nas space --help'",
                "space init|nas: Missing required parameter: 'DATA'; see 'nas space init --help'",
                "space check x.yaml --workers 0|nas: --workers must be >= 1 and <= 1024, but was 0",
                "space check x.yaml --resolved --json|nas: --resolved and --json exclude each other",
                "space check x.yaml --run r|nas: Unknown options: '--run', 'r'; see 'nas space check --help'",
                "resume|nas: Missing required parameter: 'RUN'; see 'nas resume --help'",
                "resum x|nas: Unmatched arguments from index 0: 'resum', 'x'; did you mean 'resume'?; see 'nas --help'",
                "resume x --seed 3|nas: Unknown options: '--seed', '3'; see 'nas resume --help'",
                "resume x --generation 3|nas: Unknown options: '--generation', '3'; did you mean '--generations'?;"
                        + " see 'nas resume --help'",
                "resume x --generations many|nas: Invalid value for option '--generations': 'many' is not a whole number;"
                        + " see 'nas resume --help'",
                "resume x --generations 0|nas: --generations must be >= 1, but was 0",
                "resume x --workers 0|nas: --workers must be >= 1 and <= 1024, but was 0",
                "resume x --quiet --verbose|nas: --quiet and --verbose exclude each other",
                "show|nas: Missing required parameter: 'RUN'; see 'nas show --help'",
                "runs --jsn|nas: Unknown option: '--jsn'; did you mean '--json'?; see 'nas runs --help'",
                "data|nas: Missing command; see 'nas data --help'",
                "data lst|nas: Unmatched argument at index 1: 'lst'; did you mean 'list'?; see 'nas data --help'",
                "data list iris|nas: Unmatched argument at index 2: 'iris'; see 'nas data list --help'",
                "data fetch|nas: Missing required parameter: 'NAME'; see 'nas data fetch --help'",
                "data fetch mist|nas: NAME must be one of fashion-mnist, mnist, but was 'mist'; did you mean 'mnist'?",
                "data fetch iris|nas: NAME must be one of fashion-mnist, mnist, but was 'iris', which needs no download",
                "data fetch mnist cifar|nas: NAME must be one of fashion-mnist, mnist, but was 'cifar'",
                "bench fast|nas: Unmatched argument at index 1: 'fast'; see 'nas bench --help'",
                "search x.yaml --time-limit soon|nas: Invalid value for option '--time-limit': must be a duration such"
                        + " as 90s, 10m or 1h30m, but was 'soon'; see 'nas search --help'",
                "search x.yaml --engine blass|nas: Invalid value for option '--engine': must be one of auto, blas, dl4j,"
                        + " but was 'blass'; did you mean 'blas'?; see 'nas search --help'",
                "search x.yaml --workers two|nas: Invalid value for option '--workers': 'two' is not a whole number;"
                        + " see 'nas search --help'",
                "search x.yaml --workers 0|nas: --workers must be >= 1 and <= 1024, but was 0",
                "search x.yaml --quiet --verbose|nas: --quiet and --verbose exclude each other",
                "show r @/etc/passwd|nas: Unmatched argument at index 2: '@/etc/passwd'; see 'nas show --help'",
                "show r --top -1|nas: --top must be >= 0, but was -1",
            })
    void wrong_usage_is_answered_in_one_line(String arguments, String message) {
        Cli.Output output = cli().run(arguments.isEmpty() ? new String[0] : arguments.split(" "));
        assertThat(output.err()).isEqualTo(message + System.lineSeparator());
        assertThat(output.exitCode()).isEqualTo(2);
        assertThat(output.out()).isEmpty();
    }

    @Test
    void a_search_needs_a_space_or_data() {
        assertThat(cli().run("search").err())
                .isEqualTo("nas: Missing required parameter: 'SPACE.yaml|DATA'; see 'nas search --help'"
                        + System.lineSeparator());
    }

    private Cli cli() {
        return new Cli(runs);
    }

    private static String golden(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(HelpTest.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
