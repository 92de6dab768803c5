package nas.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Splitter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import nas.cli.LauncherSandbox.Outcome;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisabledOnOs(OS.WINDOWS)
@Timeout(120)
class LauncherTest {
    private static final List<String> NEW_FLAGS =
            List.of("--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow");

    @TempDir
    private Path folder;

    private LauncherSandbox sandbox;

    @BeforeEach
    void make_sandbox() throws IOException {
        sandbox = new LauncherSandbox(folder);
    }

    @Test
    void program_runs_from_the_build_with_our_jars_first() throws IOException {
        sandbox.run("show");

        List<String> arguments = sandbox.javaArguments();
        String classPath = arguments.get(arguments.indexOf("-cp") + 1);
        assertThat(classPath)
                .matches("\\Q" + build("") + "\\E/[0-9]+-[0-9]+/\\*:\\Q" + sandbox.root() + "/library.jar\\E");
        try (Stream<Path> jars = Files.list(Path.of(classPath.substring(0, classPath.indexOf("/*"))))) {
            assertThat(jars.map(jar -> jar.getFileName().toString()))
                    .containsExactlyInAnyOrder("nas-core-1.jar", "nas-cli-1.jar", "libraries");
        }
    }

    @Test
    void home_is_found_through_links_from_another_folder() throws IOException {
        Path elsewhere = Files.createDirectories(sandbox.root().resolve("else where/deep"));
        Files.createSymbolicLink(sandbox.root().resolve("link to checkout"), sandbox.checkout());
        Files.createSymbolicLink(elsewhere.resolve("second"), Path.of("../../link to checkout/nas"));
        Path first = Files.createSymbolicLink(sandbox.bin().resolve("first"), elsewhere.resolve("second"));
        Outcome outcome = sandbox.start(elsewhere, first, "runs").await();

        assertThat(outcome.exitCode()).isZero();
        assertThat(sandbox.programs().get(0)).startsWith("in " + elsewhere);
        assertThat(build("")).isDirectory();
    }

    @Test
    void arguments_arrive_as_they_were_given() throws IOException {
        String[] given = {"search", "", "a b", "*", "$HOME", "'", "\"", "\\", "-Dx", "--", "two\nlines", "größe", ""};
        sandbox.run(given);

        List<String> arguments = sandbox.javaArguments();
        assertThat(arguments.subList(arguments.indexOf("nas.cli.Main") + 1, arguments.size()))
                .containsExactly(given);
    }

    @Test
    void java_options_are_split_at_blanks_and_not_expanded_as_file_names() throws IOException {
        sandbox.with("NAS_JAVA_OPTS", " -Xmx1g  -Dnames=* *").run("search");

        assertThat(sandbox.javaArguments())
                .startsWith("-Dnas.terminal=false", "-XX:+UseParallelGC", "-Xmx1g", "-Dnames=*", "*", "-cp")
                .endsWith("nas.cli.Main", "search");
    }

    @Test
    void numeric_libraries_get_one_thread_whatever_the_environment_says() throws IOException {
        sandbox.with("OMP_NUM_THREADS", "8").run();

        assertThat(sandbox.programs().get(0)).contains("OMP 1", "OPENBLAS 1");
    }

    @Test
    void blas_core_is_the_same_on_all_processors_with_avx_512() throws IOException {
        sandbox.run();

        assertThat(sandbox.programs().get(0)).contains(hasAvx512() ? "CORE SkylakeX" : "CORE ");
    }

    @Test
    void blas_core_of_the_environment_stays() throws IOException {
        sandbox.with("OPENBLAS_CORETYPE", "Haswell").run();

        assertThat(sandbox.programs().get(0)).contains("CORE Haswell");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 130})
    void exit_code_is_the_programs(int exitCode) {
        assertThat(sandbox.with("PROGRAM_EXIT", "" + exitCode).run().exitCode()).isEqualTo(exitCode);
    }

    @Test
    void standard_input_is_the_programs_even_when_maven_runs_first() throws IOException {
        sandbox.write("in", "rows\n");

        assertThat(sandbox.with("PROGRAM_READS", "yes").run().out()).isEqualTo("program\nrows\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--help", "--version", "runs", "serach"})
    void quick_commands_spare_the_second_compiler(String command) throws IOException {
        sandbox.run(command);

        assertThat(sandbox.javaArguments()).contains("-XX:TieredStopAtLevel=1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"runs", "show", "pick", "compare", "report"})
    void commands_that_read_journals_compile_as_soon_as_java_does(String command) throws IOException {
        sandbox.run(command);
        assertThat(sandbox.javaArguments())
                .contains("-XX:TieredStopAtLevel=1")
                .doesNotContain("-XX:CompileThresholdScaling=5");
        sandbox.run("--help");
        assertThat(sandbox.javaArguments()).contains("-XX:CompileThresholdScaling=5");
    }

    @ParameterizedTest
    @ValueSource(strings = {"search", "resume", "bench", "space"})
    void commands_that_train_do_not(String command) throws IOException {
        sandbox.run(command);

        assertThat(sandbox.javaArguments()).startsWith("-Dnas.terminal=false", "-XX:+UseParallelGC", "-cp");
    }

    @Test
    void a_collector_that_the_user_chose_is_the_only_one() throws IOException {
        sandbox.with("NAS_JAVA_OPTS", "-XX:+UseG1GC").run("search");

        assertThat(sandbox.javaArguments()).startsWith("-Dnas.terminal=false", "-XX:+UseG1GC", "-cp");
    }

    @ParameterizedTest
    @ValueSource(strings = {"17", "17.0.15", "23.0.2"})
    void java_before_24_gets_no_flag_that_it_does_not_know(String version) throws IOException {
        sandbox.release(version);
        sandbox.run("search");

        assertThat(sandbox.javaArguments()).doesNotContainAnyElementsOf(NEW_FLAGS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"24", "25.0.3", "26-ea"})
    void java_from_24_on_may_use_native_code_and_unsafe_memory(String version) throws IOException {
        sandbox.release(version);
        sandbox.run("search");

        assertThat(sandbox.javaArguments()).containsAll(NEW_FLAGS);
    }

    @Test
    void java_without_a_release_file_is_asked_for_its_version() throws IOException {
        Files.delete(sandbox.jdk().resolve("release"));
        sandbox.write("version", "25.0.1");
        sandbox.run("search");

        assertThat(sandbox.javaArguments()).containsAll(NEW_FLAGS);
    }

    @Test
    void java_home_goes_before_the_path() throws IOException {
        Files.delete(sandbox.bin().resolve("java"));

        assertThat(sandbox.with("JAVA_HOME", sandbox.jdk().toString()).run().exitCode())
                .isZero();
    }

    @Test
    void missing_java_is_told_in_one_line() throws IOException {
        Files.delete(sandbox.bin().resolve("java"));

        assertRefused("nas: there is no java on the PATH and JAVA_HOME is not set; "
                + "install a JDK of version 17 or newer\n");
    }

    @Test
    void wrong_java_home_is_told_in_one_line() {
        sandbox.with("JAVA_HOME", "/no/such/jdk");

        assertRefused("nas: JAVA_HOME is /no/such/jdk, but there is no bin/java in it; correct it or unset it\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.8.0_292", "11.0.2", "16"})
    void old_java_is_told_in_one_line(String version) throws IOException {
        sandbox.release(version);

        assertRefused("nas: " + sandbox.bin().resolve("java") + " is of version " + version
                + "; install a JDK of version 17 or newer\n");
    }

    @Test
    void missing_maven_is_told_in_one_line() throws IOException {
        Files.delete(sandbox.bin().resolve("mvn"));

        assertRefused("nas: nas must be built, and there is no mvn on the PATH; install Maven 3.8 or newer\n");
    }

    @Test
    void maven_is_not_missed_where_nothing_is_to_be_built() throws IOException {
        sandbox.run();
        Files.delete(sandbox.bin().resolve("mvn"));

        assertThat(sandbox.run().exitCode()).isZero();
    }

    @Test
    void missing_compiler_is_told_in_one_line() throws IOException {
        Files.delete(sandbox.jdk().resolve("bin/javac"));

        assertRefused("nas: nas must be built, and there is no javac in " + sandbox.jdk() + "; install a full JDK\n");
    }

    @Test
    void build_folder_that_cannot_be_written_is_told_in_one_line() throws IOException {
        Files.writeString(build(""), "not a folder");

        assertRefused("nas: nas must be built, and " + build("") + " cannot be written\n");
    }

    private static boolean hasAvx512() throws IOException {
        Path processors = Path.of("/proc/cpuinfo");
        List<String> needed = List.of("avx512f", "avx512dq", "avx512cd", "avx512bw", "avx512vl");
        try (Stream<String> lines = Files.exists(processors) ? Files.lines(processors) : Stream.empty()) {
            return lines.filter(line -> line.startsWith("flags"))
                    .findFirst()
                    .filter(line -> Splitter.on(' ').splitToList(line).containsAll(needed))
                    .isPresent();
        }
    }

    private void assertRefused(String message) {
        assertThat(sandbox.run()).isEqualTo(new Outcome(1, "", message));
    }

    private Path build(String name) {
        return sandbox.checkout().resolve(".build/" + name);
    }
}
