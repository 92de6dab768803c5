package nas.data.table;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nas.data.ColumnKind;
import nas.data.Quoted;
import nas.data.TableProfile;
import nas.data.TableProfile.Column;
import nas.data.TableProfile.Role;
import nas.data.Targets;

/** Says what was found out about each column of a table. */
final class ProfileText {
    private final TableColumns columns;
    private final Table table;
    private final InputLayout layout;
    private final Map<Integer, InputColumn> inputs;

    ProfileText(Table table, InputLayout layout) {
        this.table = table;
        this.columns = table.columns();
        this.layout = layout;
        this.inputs = layout.inputs().stream().collect(Collectors.toMap(InputColumn::column, Function.identity()));
    }

    TableProfile profile(Targets targets) {
        List<Column> profiles = IntStream.range(0, columns.width())
                .mapToObj(column -> column(column, targets))
                .collect(ImmutableList.toImmutableList());
        return new TableProfile(table.format(), profiles);
    }

    private Column column(int column, Targets targets) {
        String name = columns.name(column);
        InputColumn input = inputs.get(column);
        if (input != null) {
            return new Column(name, Role.INPUT, input.kind(), input.note());
        }
        if (columns.targets().contains(column)) {
            return targets.match(
                    classes -> new Column(name, Role.TARGET, ColumnKind.CATEGORICAL, classNote(classes)),
                    values -> new Column(name, Role.TARGET, ColumnKind.NUMERIC, ""));
        }
        if (columns.group().stream().anyMatch(group -> group == column)) {
            return new Column(name, Role.ORDER, ColumnKind.CATEGORICAL, "groups of rows");
        }
        if (columns.time().stream().anyMatch(time -> time == column)) {
            return new Column(name, Role.ORDER, ColumnKind.NUMERIC, "order of rows");
        }
        return new Column(
                name, Role.UNUSED, ColumnKind.IGNORE, layout.whyUnused(column).orElse(""));
    }

    private static String classNote(Targets.Classes classes) {
        return classes.names().size() + " classes: " + Quoted.list(classes.names());
    }
}
