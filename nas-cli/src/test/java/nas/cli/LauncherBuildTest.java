package nas.cli;

import static nas.cli.LauncherSandbox.awaitUntil;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nas.cli.LauncherSandbox.Launch;
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
class LauncherBuildTest {
    private static final String HEAD = "0123456789abcdef0123456789abcdef01234567\n";

    @TempDir
    private Path folder;

    private LauncherSandbox sandbox;

    @BeforeEach
    void make_sandbox() throws IOException {
        sandbox = new LauncherSandbox(folder);
    }

    @Test
    void first_launch_builds_and_the_next_does_not() throws IOException {
        Outcome first = sandbox.run();
        Outcome second = sandbox.run();

        assertThat(first).isEqualTo(new Outcome(0, "program\n", "nas: building, once; this takes a minute …\n"));
        assertThat(second).isEqualTo(new Outcome(0, "program\n", ""));
        assertThat(sandbox.builds()).hasSize(1);
        assertThat(sandbox.programs()).hasSize(2);
    }

    @Test
    void maven_is_told_to_package_without_tests_and_lint_into_a_folder_of_its_own() throws IOException {
        sandbox.run();

        assertThat(sandbox.builds().get(0))
                .contains(
                        "-q",
                        "-B",
                        "-Dmaven.test.skip=true",
                        "-Dnas.commit=unknown",
                        "-pl",
                        "nas-cli",
                        "-am",
                        "package")
                .anyMatch(argument -> argument.startsWith("-Dnas.launch=" + build("work.")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nas",
                "pom.xml",
                ".mvn/maven.config",
                "nas-core/pom.xml",
                "nas-cli/pom.xml",
                "nas-core/src/main/java/A.java",
                "nas-cli/src/main/java/Main.java"
            })
    void change_of_a_source_builds_again(String source) throws IOException {
        sandbox.run();
        Path file = sandbox.checkout().resolve(source);
        Files.writeString(file, Files.readString(file) + "\n# changed\n");
        sandbox.run();

        assertThat(sandbox.builds()).hasSize(2);
    }

    @Test
    void added_source_builds_again() throws IOException {
        sandbox.run();
        source("nas-cli/src/main/resources/new folder/new.txt", "new");
        sandbox.run();

        assertThat(sandbox.builds()).hasSize(2);
    }

    @Test
    void deleted_source_builds_again() throws IOException {
        sandbox.run();
        Files.delete(sandbox.checkout().resolve("nas-core/src/main/java/B.java"));
        sandbox.run();

        assertThat(sandbox.builds()).hasSize(2);
    }

    @Test
    void change_that_is_undone_finds_the_former_build() throws IOException {
        sandbox.run();
        source("nas-core/src/main/java/A.java", "class A { int a; }");
        sandbox.run();
        source("nas-core/src/main/java/A.java", "class A {}");
        sandbox.run();

        assertThat(sandbox.builds()).hasSize(2);
    }

    @Test
    void files_that_do_not_go_into_the_program_do_not_build() throws IOException {
        sandbox.run();
        source("nas-core/src/test/java/ATest.java", "class ATest {}");
        source("nas-core/src/main/java/.A.java.swp", "an editor's");
        source("nas-core/target/classes/A.class", "");
        source("README.md", "# nas");
        sandbox.run();

        assertThat(sandbox.builds()).hasSize(1);
    }

    @Test
    void missing_library_builds_again() throws IOException {
        sandbox.run();
        Files.delete(sandbox.root().resolve("library.jar"));
        Outcome outcome = sandbox.run();

        assertThat(outcome.exitCode()).isZero();
        assertThat(sandbox.builds()).hasSize(2);
    }

    @Test
    void source_that_changes_during_a_build_is_built_again_before_the_launch() throws IOException {
        sandbox.write("edit", "class Edited {}");
        sandbox.run();
        sandbox.run();

        assertThat(sandbox.builds()).hasSize(2);
        assertThat(sandbox.programs()).hasSize(2);
    }

    @Test
    void build_during_which_a_source_changed_is_kept_for_neither_state() throws IOException {
        sandbox.write("edit", "class Edited {}");
        sandbox.run();
        Files.delete(sandbox.checkout().resolve("nas-core/src/main/java/Edited.java"));
        sandbox.run();

        assertThat(sandbox.builds()).hasSize(3);
    }

    @Test
    void new_commit_builds_again_and_is_told_to_maven() throws IOException {
        sandbox.repository(HEAD, "");
        sandbox.run();
        sandbox.repository("f" + HEAD, " M pom.xml\n");
        sandbox.run();

        assertThat(sandbox.builds()).hasSize(2);
        assertThat(sandbox.builds().get(0)).contains("-Dnas.commit=0123456789ab");
        assertThat(sandbox.builds().get(1)).contains("-Dnas.commit=f0123456789a-dirty");
    }

    @Test
    void failed_build_shows_the_tail_of_its_log_and_the_next_launch_builds() throws IOException {
        Path fail = sandbox.write("fail", "");
        Outcome failed = sandbox.run();
        Files.delete(fail);
        Outcome mended = sandbox.run();

        assertThat(failed.exitCode()).isEqualTo(1);
        assertThat(failed.out()).isEmpty();
        assertThat(failed.err())
                .contains("line 11 of Maven\n", "line 40 of Maven\n", "nas: the build failed; the whole log is ")
                .doesNotContain("line 10 of Maven");
        assertThat(mended.exitCode()).isZero();
        assertThat(sandbox.builds()).hasSize(2);
        assertThat(sandbox.programs()).hasSize(1);
    }

    @Test
    void only_the_build_and_its_log_stay() throws IOException {
        sandbox.run();

        try (Stream<Path> files = Files.list(build(""))) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .hasSize(2)
                    .contains("log")
                    .allMatch(name -> name.matches("log|[0-9]+-[0-9]+"));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 5})
    void launches_at_once_share_one_build(int count) throws Exception {
        Path hold = sandbox.write("hold", "");
        List<Launch> launches =
                IntStream.range(0, count).mapToObj(i -> sandbox.start()).toList();
        awaitUntil(() -> launches.stream().filter(Launch::isWaiting).count() == count - 1);
        Files.delete(hold);

        assertThat(launches)
                .allSatisfy(launch -> assertThat(launch.await())
                        .extracting(Outcome::exitCode, Outcome::out)
                        .containsExactly(0, "program\n"));
        assertThat(sandbox.builds()).hasSize(1);
    }

    @Test
    void lock_of_a_killed_launch_is_taken_over_by_one_of_those_that_come() throws Exception {
        Path hold = sandbox.write("hold", "");
        Launch killed = sandbox.start();
        awaitUntil(() -> Files.exists(sandbox.root().resolve("mvn")));
        killed.kill();
        Files.delete(hold);
        List<Launch> launches =
                IntStream.range(0, 4).mapToObj(i -> sandbox.start()).toList();

        assertThat(launches)
                .allSatisfy(launch -> assertThat(launch.await().exitCode()).isZero());
        assertThat(sandbox.builds()).hasSize(2);
    }

    @Test
    void lock_left_by_a_process_of_our_own_id_is_taken_over() throws IOException {
        Files.createDirectory(build(""));
        Outcome outcome = sandbox.start(
                        sandbox.checkout(), sandbox.bin().resolve("bash"), "-c", "ln -s $$ .build/lock && exec ./nas")
                .await();

        assertThat(outcome.exitCode()).isZero();
        assertThat(sandbox.programs()).hasSize(1);
    }

    private Path build(String name) {
        return sandbox.checkout().resolve(".build/" + name);
    }

    private void source(String path, String text) throws IOException {
        sandbox.write("checkout with blanks/" + path, text);
    }
}
