package nas.spec;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nas.InvalidInputException;
import org.jspecify.annotations.Nullable;

/** Turns what the YAML parser says of a syntax error, several lines with excerpts, into one line. */
final class YamlSyntax {
    /** One mark of the parser's message: what, and where. The last one is the problem, those before its context. */
    private static final Pattern MARK =
            Pattern.compile("(?:^|\n)([^\n]*)\n in '[^'\n]*', line (\\d{1,9}), column (\\d{1,9}):");

    private static final int REASON_LENGTH = 120;

    /** What the parser means. The first rule that finds its words in a message counts. */
    private static final ImmutableList<Rule> RULES = ImmutableList.of(
            new Rule("found character '\\\\t\\(TAB\\)'.*", false, "a tab; indent with blanks"),
            new Rule("found character '%' that cannot start.*", false, "a % before its number; write 2%"),
            new Rule("found character '(.+?)' that cannot start.*", false, "a text that begins with $1 needs quotes"),
            new Rule("could not find expected ':'", true, "a ':' is missing behind this key"),
            new Rule(
                    "mapping values are not allowed here",
                    false,
                    "a ':' that cannot stand here; is the line indented too far, or a ':' before it missing or too many?"),
            new Rule("expected ',' or '(.)', but got .*", true, "a bracket that no '$1' closes where it should"),
            new Rule("found unexpected end of stream", true, "a quote that is never closed"),
            new Rule("expected <block end>, but found '([],}])'", false, "'$1' where no bracket is open"),
            new Rule(
                    "expected <block end>, but found '(?:-|\\?|<block .*)'",
                    false,
                    "this line is indented unlike those that it belongs to"));

    private YamlSyntax() {}

    /**
     * How to say what the parser says.
     *
     * @param words an expression for the whole of what it says
     * @param isBegun whether not the place at which the parser stopped counts, but where what it was reading begins
     * @param meaning what to say
     */
    private record Rule(Pattern words, boolean isBegun, String meaning) {
        Rule(String words, boolean isBegun, String meaning) {
            this(Pattern.compile(words), isBegun, meaning);
        }
    }

    /** One mark of a message. */
    private record Mark(Place place, String reason) {}

    /** Returns an exception with the position at which the parser stopped, or where what is wrong begins. */
    static InvalidInputException error(String file, JsonProcessingException failure) {
        List<Mark> marks = marks(file, failure);
        return marks.isEmpty() ? firstLine(file, failure) : error(marks);
    }

    private static List<Mark> marks(String file, JsonProcessingException failure) {
        List<Mark> marks = new ArrayList<>();
        Matcher mark = MARK.matcher(failure.getOriginalMessage());
        while (mark.find()) {
            Place place = new Place.Position(file, Integer.parseInt(mark.group(2)), Integer.parseInt(mark.group(3)));
            marks.add(new Mark(place, mark.group(1)));
        }
        return marks;
    }

    private static InvalidInputException error(List<Mark> marks) {
        Mark last = marks.get(marks.size() - 1);
        for (Rule rule : RULES) {
            Matcher words = rule.words().matcher(last.reason());
            if (words.matches()) {
                Mark told = rule.isBegun() ? marks.get(0) : last;
                return error(told.place(), words.replaceFirst(rule.meaning()));
            }
        }
        return error(last.place(), last.reason());
    }

    private static InvalidInputException firstLine(String file, JsonProcessingException failure) {
        @Nullable JsonLocation location = failure.getLocation();
        int line = location == null ? 1 : Math.max(1, location.getLineNr());
        int column = location == null ? 1 : Math.max(1, location.getColumnNr());
        String reason = failure.getOriginalMessage().lines().findFirst().orElse("syntax error");
        return error(new Place.Position(file, line, column), reason);
    }

    private static InvalidInputException error(Place place, String reason) {
        return place.error("not valid YAML: " + Excerpt.of(reason, REASON_LENGTH));
    }
}
