package nas.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.common.hash.Hashing;
import com.google.common.html.HtmlEscapers;
import com.google.common.io.Resources;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A run's report as one HTML file that opens from disk without a network. Its Content-Security-Policy allows the scripts in it,
 * by their checksums, and nothing else: whatever names the data bring is data to it, and only ever shown as text.
 */
public final class ReportPage {
    /** The file's name in a run folder. */
    public static final String FILE = "report.html";

    /** What draws: Apache ECharts as the webjar has it. */
    private static final String CHARTS = "/META-INF/resources/webjars/echarts/5.5.0/echarts.min.js";

    private static final List<String> SCRIPTS =
            List.of("dom.js", "charts.js", "answer.js", "search.js", "details.js", "main.js");

    private static final Pattern PLACE = Pattern.compile("\\$\\{([a-z]+)}");
    private static final ObjectMapper JSON = new ObjectMapper();

    private ReportPage() {}

    /** Returns the page of a run. */
    public static String of(ReportJson.Source source) {
        String charts = resource(CHARTS);
        String script =
                SCRIPTS.stream().map(ReportPage::resource).collect(Collectors.joining("\n", "'use strict';\n", ""));
        return filled(
                resource("report.html"),
                Map.of(
                        "policy", policy(charts, script),
                        "title",
                                HtmlEscapers.htmlEscaper()
                                        .escape(source.folder().name() + " - nas"),
                        "style", resource("report.css"),
                        "data", data(source),
                        "charts", charts,
                        "script", script));
    }

    /** Styles may stand where charts put them; they load nothing. */
    private static String policy(String... scripts) {
        String hashes = List.of(scripts).stream().map(ReportPage::hash).collect(Collectors.joining(" "));
        return "default-src 'none'; img-src data:; style-src 'unsafe-inline'; script-src " + hashes
                + "; base-uri 'none'; form-action 'none'";
    }

    private static String hash(String script) {
        byte[] sum = Hashing.sha256().hashString(script, StandardCharsets.UTF_8).asBytes();
        return "'sha256-" + Base64.getEncoder().encodeToString(sum) + "'";
    }

    /** No text of the data can end the element that it stands in. */
    private static String data(ReportJson.Source source) {
        try {
            return JSON.writeValueAsString(ReportJson.of(source))
                    .replace("<", "\\u003c")
                    .replace("\u2028", "\\u2028")
                    .replace("\u2029", "\\u2029");
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a report's data are JSON", e);
        }
    }

    /** In one pass, so that nothing that is put in is looked at again. */
    private static String filled(String template, Map<String, String> values) {
        return PLACE.matcher(template)
                .replaceAll(place -> Matcher.quoteReplacement(values.getOrDefault(place.group(1), place.group())));
    }

    private static String resource(String name) {
        URL found = ReportPage.class.getResource(name);
        if (found == null) {
            throw new IllegalStateException("the program lacks " + name);
        }
        try {
            return Resources.toString(found, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
