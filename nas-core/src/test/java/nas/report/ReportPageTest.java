package nas.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.common.hash.Hashing;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nas.journal.DataSummary;
import nas.journal.JournalFixtures;
import nas.journal.RunState;
import nas.run.FakeRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportPageTest {
    private static final String HOSTILE = "</script><script>alert(1)</script> \u2028 ${script} \"'&";
    private static final Pattern SCRIPT = Pattern.compile("<script>(.*?)</script>", Pattern.DOTALL);
    private static final Pattern DATA = Pattern.compile("<script type=\"application/json\" id=\"data\">(.*?)</script>");

    @TempDir
    Path temporary;

    @Test
    void its_policy_allows_its_own_scripts_and_nothing_else() {
        String page = page(ReportFixtures.run(temporary.resolve("run")));
        List<String> scripts =
                SCRIPT.matcher(page).results().map(found -> found.group(1)).toList();
        assertThat(scripts).hasSize(2);
        List<String> hashes = new ArrayList<>();
        scripts.forEach(script -> hashes.add("'sha256-"
                + Base64.getEncoder()
                        .encodeToString(Hashing.sha256()
                                .hashString(script, StandardCharsets.UTF_8)
                                .asBytes())
                + "'"));
        assertThat(page).contains("default-src 'none'", "script-src " + String.join(" ", hashes) + ";");
        assertThat(SCRIPT.matcher(page).replaceAll(""))
                .doesNotContain("<link", "<img", "src=", "${", "http:", "https:");
        assertThat(scripts).allSatisfy(script -> assertThat(script).doesNotContain("\r"));
    }

    @Test
    void what_data_say_of_themselves_stays_data() throws JsonProcessingException {
        DataSummary hostile = new DataSummary(HOSTILE, "classification", 4, 3, new DataSummary.Rows(100, 30, 20), "abc")
                .withTargets(List.of(
                        new DataSummary.Target(HOSTILE), new DataSummary.Target("b"), new DataSummary.Target("c")));
        FakeRun run = ReportFixtures.in(temporary.resolve("<b>run"))
                .with(JournalFixtures.header(hostile))
                .begin(new TestRows(3));
        String page = page(run);
        assertThat(page).contains("<title>&lt;b&gt;run - nas</title>").doesNotContain("alert(1)</script>", "\u2028");
        Matcher data = DATA.matcher(page);
        assertThat(data.find()).isTrue();
        MatchResult found = data.toMatchResult();
        assertThat(new ObjectMapper()
                        .readTree(found.group(1))
                        .at("/result/data/name")
                        .asText())
                .isEqualTo(HOSTILE);
        assertThat(SCRIPT.matcher(page).results()).hasSize(2);
    }

    @Test
    void equal_runs_have_equal_pages() {
        FakeRun run = ReportFixtures.run(temporary.resolve("run"));
        assertThat(page(run)).isEqualTo(page(run));
    }

    private static String page(FakeRun run) {
        return ReportPage.of(ReportFixtures.source(run, RunState.COMPLETE));
    }
}
