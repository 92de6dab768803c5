package nas.export.source;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.List;
import java.util.Map;

/**
 * A part of a program: how rows come in, or what comes out.
 *
 * @param constants what the class begins with
 * @param members what follows later
 * @param values what goes into the places of both
 */
record Part(Template constants, Template members, Map<String, String> values) {
    /** Copies the map. */
    Part {
        values = ImmutableMap.copyOf(values);
    }

    /** Returns the part of the templates of a name. */
    static Part named(String name, Map<String, String> values) {
        return new Part(Template.named(name + "Constants"), Template.named(name), values);
    }

    /** Returns the lines of all that it imports. */
    List<String> imports() {
        return ImmutableList.<String>builder()
                .addAll(constants.imports())
                .addAll(members.imports())
                .build();
    }
}
