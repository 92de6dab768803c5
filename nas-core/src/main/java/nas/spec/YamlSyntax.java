package nas.spec;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
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

    private YamlSyntax() {}

    /** Returns an exception with the position at which the parser stopped. */
    static InvalidInputException error(String file, JsonProcessingException failure) {
        Matcher mark = MARK.matcher(failure.getOriginalMessage());
        InvalidInputException error = firstLine(file, failure);
        while (mark.find()) {
            Place place = new Place.Position(file, Integer.parseInt(mark.group(2)), Integer.parseInt(mark.group(3)));
            error = error(place, mark.group(1));
        }
        return error;
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
