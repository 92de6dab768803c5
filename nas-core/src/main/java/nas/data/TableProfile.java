package nas.data;

import com.google.common.collect.ImmutableList;
import java.util.List;

/**
 * What was found out about a table.
 *
 * @param format how its text is laid out, with nothing left open
 * @param columns its columns, in their order
 */
public record TableProfile(TableFormat format, List<Column> columns) {
    /** Copies the list. */
    public TableProfile {
        columns = ImmutableList.copyOf(columns);
    }

    /**
     * A column.
     *
     * @param name its name
     * @param role what it is used for
     * @param kind what it holds; {@link ColumnKind#IGNORE} only if it is not used at all
     * @param note what is worth saying about it, such as {@code 12 of 150 cells missing}; may be empty
     */
    public record Column(String name, Role role, ColumnKind kind, String note) {}

    /** What a column is used for. */
    public enum Role {
        /** It becomes one or more network inputs. */
        INPUT,
        /** It is predicted. */
        TARGET,
        /** It says which rows belong together or come first. */
        ORDER,
        /** It is not used: it was to be ignored, or it says nothing. */
        UNUSED
    }
}
