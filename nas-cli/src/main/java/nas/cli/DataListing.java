package nas.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Optional;
import nas.data.Task;
import nas.data.fetch.FetchSettings;
import nas.data.fetch.PublishedSet;
import nas.data.source.BuiltInSet;
import nas.data.source.BuiltIns;

/** The list of built-in data sets, as people or programs read it. */
final class DataListing {
    private final FetchSettings fetching;

    DataListing(FetchSettings fetching) {
        this.fetching = fetching;
    }

    String table() {
        StringBuilder table = new StringBuilder(row("NAME", "KIND", "ROWS", "INPUTS", "TASK", "WHERE"));
        for (BuiltInSet set : BuiltIns.all()) {
            table.append(row(
                    set.name(),
                    set.origin().word(),
                    Figures.count(set.rows()),
                    Figures.count(set.inputs()),
                    set.task() == Task.CLASSIFICATION ? set.outputs() + " classes" : "regression",
                    where(set)));
        }
        return table.toString();
    }

    private static String row(String... cells) {
        return String.format(Locale.ROOT, "%-14s %-10s %7s %7s  %-11s %s%n", (Object[]) cells);
    }

    private String where(BuiltInSet set) {
        return switch (set.origin()) {
            case INCLUDED -> "comes with nas";
            case GENERATED -> "data.rows says how many";
            case DOWNLOADED -> published(set).map(this::where).orElse("unknown");
        };
    }

    private String where(PublishedSet set) {
        return fetching.cache().seemsToHold(set)
                ? fetching.cache().folderOf(set).toString()
                : Figures.megabytes(set.bytes()) + " to download";
    }

    String json() {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("cache", fetching.cache().folder().toString());
        ArrayNode sets = node.putArray("sets");
        for (BuiltInSet set : BuiltIns.all()) {
            Optional<PublishedSet> published = published(set);
            Optional<Boolean> isCached = published.map(fetching.cache()::seemsToHold);
            boolean isHere = isCached.orElse(false);
            sets.addObject()
                    .put("name", set.name())
                    .put("kind", set.origin().word())
                    .put("rows", set.rows())
                    .put("inputs", set.inputs())
                    .put("task", set.task().word())
                    .put("outputs", set.outputs())
                    .put("cached", isCached.orElse(null))
                    .put("path", isHere ? published.map(this::where).orElse(null) : null)
                    .put("downloadBytes", published.map(PublishedSet::bytes).orElse(null));
        }
        return node.toPrettyString() + System.lineSeparator();
    }

    private Optional<PublishedSet> published(BuiltInSet set) {
        return fetching.sets().stream()
                .filter(each -> each.name().equals(set.name()))
                .findFirst();
    }
}
