package nas.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.ProxySelector;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import nas.data.fetch.DataCache;
import nas.data.fetch.FetchSettings;
import nas.data.fetch.Network;
import nas.data.fetch.PublishedSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Built-in data sets on the command line: listed, downloaded from a server on this machine, searched. */
class DataCommandTest {
    private static final Duration PATIENT = Duration.ofSeconds(20);
    private static final String SPACE = """
            name: tiny
            data: {source: fashion-mnist, split: {validation: 20}}
            space: {layers: [0, 1], units: [2]}
            search: {population: 2, generations: 1, rungs: {epochs: [2]}}
            finalists: {epochs: 2}
            """;

    @TempDir
    Path temporary;

    private final TinyImages images = new TinyImages();

    @AfterEach
    void close_server() {
        images.close();
    }

    @Test
    void the_list_says_what_there_is_and_what_is_to_be_downloaded() {
        assertThat(cli(PublishedSet.FASHION_MNIST, PublishedSet.MNIST).run("data", "list"))
                .isEqualTo(new Cli.Output(0, """
                        NAME           KIND          ROWS  INPUTS  TASK        WHERE
                        fashion-mnist  download    70,000     784  10 classes  30.9 MB to download
                        friedman1      generated    2,000      10  regression  data.rows says how many
                        iris           included       150       4  3 classes   comes with nas
                        mnist          download    70,000     784  10 classes  11.6 MB to download
                        moons          generated    2,000       2  2 classes   data.rows says how many
                        spirals        generated    2,000       2  2 classes   data.rows says how many
                        xor            generated    2,000       4  2 classes   data.rows says how many
                        """, ""));
    }

    @Test
    void the_list_says_where_downloaded_sets_lie() {
        Cli cli = cli(images.set(), PublishedSet.MNIST);
        cli.run("data", "fetch", "fashion-mnist");
        assertThat(cli.run("data", "list").out())
                .contains("fashion-mnist  download    70,000     784  10 classes  " + folder())
                .contains("mnist          download    70,000     784  10 classes  11.6 MB to download");
    }

    @Test
    void the_list_is_one_json_object_too() {
        Cli cli = cli(images.set(), PublishedSet.MNIST);
        cli.run("data", "fetch", "fashion-mnist");
        ObjectNode json = TinyRun.json(cli.run("data", "list", "--json").out());
        assertThat(json.get("cache").textValue())
                .isEqualTo(temporary.resolve("cache").toString());
        assertThat(json.get("sets")).hasSize(7);
        assertThat(json.get("sets").get(0).toString())
                .isEqualTo("{\"name\":\"fashion-mnist\",\"kind\":\"download\",\"rows\":70000,\"inputs\":784,"
                        + "\"task\":\"classification\",\"outputs\":10,\"cached\":true,\"path\":\"" + folder()
                        + "\",\"downloadBytes\":" + images.set().bytes() + "}");
        assertThat(json.get("sets").get(1).toString())
                .isEqualTo(
                        "{\"name\":\"friedman1\",\"kind\":\"generated\",\"rows\":2000,\"inputs\":10,"
                                + "\"task\":\"regression\",\"outputs\":1,\"cached\":null,\"path\":null,\"downloadBytes\":null}");
        assertThat(json.get("sets").get(3).toString())
                .isEqualTo("{\"name\":\"mnist\",\"kind\":\"download\",\"rows\":70000,\"inputs\":784,"
                        + "\"task\":\"classification\",\"outputs\":10,\"cached\":false,\"path\":null,"
                        + "\"downloadBytes\":11594722}");
    }

    @Test
    void a_download_prints_its_folder_and_tells_how_it_goes() {
        Cli.Output output = cli(images.set()).run("data", "fetch", "fashion-mnist");
        assertThat(output.exitCode()).isZero();
        assertThat(output.out()).isEqualTo(folder() + System.lineSeparator());
        assertThat(output.err().lines()).first().isEqualTo("downloading fashion-mnist, 0 % of 0.0 MB");
        assertThat(output.err().lines()).last().isEqualTo("downloading fashion-mnist, 100 % of 0.0 MB");
        assertThat(output.err()).doesNotContain("\r", "\u001b");
        assertThat(folder().toFile().list())
                .containsExactlyInAnyOrder(
                        "lock",
                        "train-images-idx3-ubyte.gz",
                        "train-labels-idx1-ubyte.gz",
                        "t10k-images-idx3-ubyte.gz",
                        "t10k-labels-idx1-ubyte.gz");
    }

    @Test
    void what_is_there_is_not_downloaded_again() {
        Cli cli = cli(images.set());
        cli.run("data", "fetch", "fashion-mnist");
        assertThat(cli.run("data", "fetch", "fashion-mnist", "fashion-mnist"))
                .isEqualTo(new Cli.Output(0, folder() + System.lineSeparator(), ""));
        assertThat(images.requests()).hasSize(4);
    }

    @Test
    void a_quiet_download_prints_its_folder_only() {
        assertThat(cli(images.set()).run("data", "fetch", "--quiet", "fashion-mnist"))
                .isEqualTo(new Cli.Output(0, folder() + System.lineSeparator(), ""));
    }

    @Test
    void a_failed_download_is_one_line_and_exit_code_1() {
        PublishedSet nowhere =
                new PublishedSet("mnist", List.of(URI.create("http://nowhere.invalid/")), PublishedSet.MNIST.files());
        assertThat(cli(nowhere).run("data", "fetch", "mnist", "--quiet"))
                .isEqualTo(new Cli.Output(
                        1,
                        "",
                        "nas: mnist cannot be downloaded: http://nowhere.invalid/train-images-idx3-ubyte.gz: the host was"
                                + " not found; 'nas data fetch mnist' goes on where this ended, or put its 4 files into a"
                                + " folder and search with --data FOLDER" + System.lineSeparator()));
    }

    @Test
    void an_address_that_fails_is_told_when_another_is_tried() {
        PublishedSet set = new PublishedSet(
                "fashion-mnist",
                List.of(
                        URI.create("http://nowhere.invalid/"),
                        images.set().addresses().get(0)),
                images.set().files());
        Cli.Output output = cli(set).run("data", "fetch", "fashion-mnist");
        assertThat(output.exitCode()).isZero();
        assertThat(output.err().lines().filter(line -> line.startsWith("nas: ")))
                .containsExactly(
                        "nas: http://nowhere.invalid/t10k-images-idx3-ubyte.gz: the host was not found; trying "
                                + images.set().addresses().get(0));
    }

    @Test
    void a_search_downloads_what_it_needs_once() throws IOException {
        Path space = Files.writeString(temporary.resolve("tiny.yaml"), SPACE);
        Cli cli = cli(images.set());
        Cli.Output first = cli.run("search", space.toString(), "--json");
        assertThat(first.exitCode()).as(first.err()).isZero();
        assertThat(first.err())
                .startsWith("downloading fashion-mnist, 0 % of 0.0 MB")
                .contains("generation 1/1");
        ObjectNode data = (ObjectNode) TinyRun.json(first.out()).get("data");
        assertThat(data.get("name").textValue()).isEqualTo("fashion-mnist");
        assertThat(data.get("rows").toString()).isEqualTo("{\"train\":40,\"validation\":20,\"test\":20}");
        Cli.Output second = cli.run("search", space.toString(), "--json", "--quiet");
        assertThat(second.err()).isEmpty();
        assertThat(images.requests()).hasSize(4);
    }

    @Test
    void a_resumed_run_downloads_what_is_gone_and_goes_on() throws IOException {
        Path space = Files.writeString(temporary.resolve("tiny.yaml"), SPACE);
        Cli cli = cli(images.set());
        cli.run("search", space.toString(), "--quiet");
        Files.delete(folder().resolve("train-images-idx3-ubyte.gz"));
        Cli.Output output = cli.run("resume", "tiny-1", "--generations", "2", "--quiet", "--json");
        assertThat(output.exitCode()).as(output.err()).isZero();
        assertThat(images.requests()).hasSize(5);
    }

    @Test
    void a_search_that_cannot_download_its_data_begins_no_run() throws IOException {
        Path space = Files.writeString(temporary.resolve("tiny.yaml"), SPACE);
        Cli.Output output = new Cli(temporary.resolve("runs")).run("search", space.toString());
        assertThat(output.exitCode()).isEqualTo(1);
        assertThat(output.err().lines())
                .last()
                .asString()
                .startsWith("nas: fashion-mnist cannot be downloaded: http://nowhere.invalid/")
                .endsWith("with --data FOLDER");
        assertThat(temporary.resolve("runs")).doesNotExist();
    }

    @Test
    void a_generated_set_is_searched_like_any_other() throws IOException {
        Path space = Files.writeString(temporary.resolve("moons.yaml"), """
                data: {source: moons}
                space: {layers: [0, 1], units: [4]}
                search: {population: 2, generations: 1, rungs: {epochs: [3]}}
                finalists: {epochs: 3}
                """);
        Cli.Output output = cli(images.set()).run("search", space.toString(), "--json", "--quiet");
        assertThat(output.exitCode()).as(output.err()).isZero();
        assertThat(TinyRun.json(output.out()).get("data").get("rows").toString())
                .isEqualTo("{\"train\":1600,\"validation\":1600,\"test\":400}");
    }

    private Path folder() {
        return temporary.resolve("cache/fashion-mnist");
    }

    private Cli cli(PublishedSet... sets) {
        Network network = new Network(ProxySelector.of(null), PATIENT, PATIENT);
        DataCache cache = new DataCache(temporary.resolve("cache"));
        return new Cli(temporary.resolve("runs"), new FetchSettings(List.of(sets), cache, network));
    }
}
