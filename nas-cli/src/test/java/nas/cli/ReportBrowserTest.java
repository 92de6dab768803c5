package nas.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.logging.Level;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.Select;
import org.openqa.selenium.support.ui.WebDriverWait;

/** The report of a run whose data have hostile names, in a real browser. */
@Tag("browser")
class ReportBrowserTest {
    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final Path DRIVER = Path.of("/usr/bin/chromedriver");
    private static final String HOSTILE = "<script>document.title='x'</script> \"quoted\" & 'so'";

    @TempDir
    static Path home;

    private static TinyRun run = TinyRun.NONE;
    private static @Nullable ChromeDriver browser;

    @BeforeAll
    static void open() {
        assumeTrue(Files.isExecutable(CHROMIUM) && Files.isExecutable(DRIVER), "there is no chromium with its driver");
        run = TinyRun.in(home);
        TinyRun.write(
                run.data(),
                TinyRun.read(run.data())
                        .replace("kind2", "\"" + HOSTILE.replace("\"", "\"\"") + "\"")
                        .replace("a,b,kind", "\"<b>a</b>\",b,kind"));
        run.with("population: 3, generations: 4", "population: 16, generations: 6")
                .search();
        browser = new ChromeDriver(
                new ChromeDriverService.Builder()
                        .usingDriverExecutable(DRIVER.toFile())
                        .build(),
                options());
    }

    private static ChromeOptions options() {
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        ChromeOptions options = new ChromeOptions();
        options.setBinary(CHROMIUM.toFile());
        options.setCapability("goog:loggingPrefs", logs);
        options.addArguments(
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--disable-dev-shm-usage",
                "--window-size=1200,900",
                "--user-data-dir=" + home.resolve("browser"));
        return options;
    }

    @AfterAll
    static void close() {
        if (browser != null) {
            browser.quit();
        }
    }

    @BeforeEach
    void load() {
        load(run);
    }

    private static void load(TinyRun shown) {
        browser().get(shown.file("report.html").toUri().toString());
        new WebDriverWait(browser(), Duration.ofMinutes(1))
                .until(any -> "true".equals(browser().executeScript("return document.documentElement.dataset.shown")));
    }

    private static ChromeDriver browser() {
        return Objects.requireNonNull(browser);
    }

    @Test
    void it_is_whole_without_a_complaint_of_the_browser() {
        assertThat(browser().executeScript("return document.documentElement.dataset.shown"))
                .isEqualTo("true");
        assertThat(browser().manage().logs().get(LogType.BROWSER).getAll()).isEmpty();
        assertThat(texts("h2"))
                .contains(
                        "The answer",
                        "Why not fewer?",
                        "Why not more?",
                        "Loss against parameters",
                        "How the search went",
                        "How the finalists learnt",
                        "Which choice matters",
                        "Where the winner came from",
                        "Where it errs",
                        "All trials",
                        "How it was computed");
    }

    @Test
    void every_chart_has_drawn_something() {
        List<WebElement> charts = browser().findElements(By.className("chart"));
        assertThat(charts).hasSizeGreaterThanOrEqualTo(6);
        assertThat(charts)
                .allSatisfy(chart -> assertThat(chart.findElements(By.cssSelector("svg path")))
                        .hasSizeGreaterThan(5));
    }

    @Test
    void its_numbers_are_those_of_the_result() {
        ObjectNode result = run.result();
        assertThat(text("#sentence"))
                .endsWith(String.format(
                        Locale.ROOT,
                        "%,d parameters.",
                        result.at("/winner/parameters").asLong()));
        assertThat(text("#answer"))
                .contains(
                        percent(result.at("/winner/validation/accuracy")), percent(result.at("/winner/test/accuracy")))
                .contains("Rule: " + result.at("/winner/rule").asText());
        assertThat(text("#certificate"))
                .contains(
                        result.at("/winner/certificate/shownWorse").asInt() + " shown worse",
                        result.at("/winner/certificate/undecided").asInt() + " undecided");
        List<String> finalists = texts("#finalists tbody tr td:nth-child(2)");
        assertThat(finalists).hasSize(result.at("/finalists").size());
        for (int i = 0; i < finalists.size(); i++) {
            assertThat(finalists.get(i).replace(",", ""))
                    .isEqualTo(result.at("/finalists").get(i).at("/parameters").asText());
        }
        assertThat(text("#machine"))
                .contains(String.format(
                        Locale.ROOT, "%,d trials", result.at("/counts/trials").asLong()));
    }

    /** Its rows of neighbours are judged by the metric, which is drawn next to the threshold. */
    @Test
    void what_was_to_be_reached_is_drawn_with_the_metric_of_the_neighbours() {
        TinyRun reach = run.named("reach").search("--set", "objective.choose={reach: {accuracy: 0.6}}");
        load(reach);
        JsonNode neighbours = reach.result().required("neighbours");
        assertThat(neighbours).isNotEmpty();
        assertThat(texts("#fewer thead th")).contains("accuracy");
        assertThat(text("#fewer svg")).contains("to be reached", "accuracy, %");
        List<String> cells = texts("#fewer tbody tr td:nth-child(3)");
        for (int i = 0; i < cells.size(); i++) {
            JsonNode metric = neighbours.get(i).required("metric");
            assertThat(cells.get(i))
                    .isEqualTo(String.format(
                            Locale.ROOT,
                            "%.2f %% ± %.2f %%",
                            100 * metric.required("value").asDouble(),
                            100 * metric.required("margin").asDouble()));
        }
        assertThat(browser().manage().logs().get(LogType.BROWSER).getAll()).isEmpty();
    }

    @Test
    void hostile_names_are_shown_as_text() {
        assertThat(browser().getTitle()).isEqualTo("tiny - nas");
        assertThat(texts("#confusion thead th")).contains(HOSTILE);
        assertThat(browser().findElements(By.cssSelector("main script, main b")))
                .isEmpty();
    }

    @Test
    void rows_are_sorted_by_the_head_that_is_chosen() {
        WebElement head = browser().findElement(By.xpath("//table[@id='trial-table']//button[text()='Parameters']"));
        head.sendKeys(Keys.ENTER);
        assertThat(parameters()).isSortedAccordingTo(Comparator.naturalOrder());
        head.sendKeys(Keys.ENTER);
        assertThat(parameters()).isSortedAccordingTo(Comparator.reverseOrder());
        assertThat(browser().findElements(By.cssSelector("#trial-table th[aria-sort=descending]")))
                .hasSize(1);
    }

    @Test
    void rows_are_kept_that_hold_all_words() {
        WebElement filter = browser().findElement(By.id("filter"));
        filter.sendKeys("FINALISTS linear");
        assertThat(texts("#trial-table tbody tr"))
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row).contains("finalists", "linear"));
        assertThat(text("#shown")).contains("that hold these words");
        filter.sendKeys(" nowhere");
        assertThat(texts("#trial-table tbody tr")).isEmpty();
        assertThat(text("#shown")).startsWith("0 of 0 trials");
    }

    @Test
    void more_rows_are_shown_to_those_who_ask() {
        int all = run.result().at("/counts/trials").asInt();
        assertThat(texts("#trial-table tbody tr")).hasSize(25);
        browser().findElement(By.className("more")).sendKeys(Keys.ENTER);
        assertThat(texts("#trial-table tbody tr")).hasSize(Math.min(all, 225));
    }

    @Test
    void another_choice_and_another_finalist_are_drawn_anew() {
        for (String id : List.of("gene", "curve")) {
            WebElement chart = browser()
                    .findElement(By.xpath("//select[@id='" + id
                            + "']/ancestor::div[@class='controls']/following-sibling::figure[1]"));
            String before = chart.getDomProperty("innerHTML");
            Select select = new Select(browser().findElement(By.id(id)));
            select.selectByIndex((selected(select) + 1) % select.getOptions().size());
            assertThat(chart.getDomProperty("innerHTML")).isNotEqualTo(before);
        }
    }

    private static int selected(Select select) {
        return select.getOptions().indexOf(select.getFirstSelectedOption());
    }

    private static List<Long> parameters() {
        return texts("#trial-table tbody tr td:nth-child(5)").stream()
                .map(text -> Long.parseLong(text.replace(",", "")))
                .toList();
    }

    private static List<String> texts(String selector) {
        return browser().findElements(By.cssSelector(selector)).stream()
                .map(WebElement::getText)
                .toList();
    }

    private static String text(String selector) {
        return browser().findElement(By.cssSelector(selector)).getText();
    }

    private static String percent(JsonNode share) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * share.asDouble());
    }
}
