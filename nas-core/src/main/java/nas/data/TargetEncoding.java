package nas.data;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.function.Function;

/** What the outputs of a network stand for. */
public sealed interface TargetEncoding {
    /** Returns whatever the case at hand's function makes of it. */
    <T> T match(Function<Classes, T> classes, Function<Value, T> value);

    /** One output per class, in this order. */
    record Classes(List<String> names) implements TargetEncoding {
        /** Copies the list. */
        public Classes {
            names = ImmutableList.copyOf(names);
        }

        @Override
        public <T> T match(Function<Classes, T> classes, Function<Value, T> value) {
            return classes.apply(this);
        }
    }

    /** One output: the standardised target. */
    record Value(Standardisation standardisation) implements TargetEncoding {
        @Override
        public <T> T match(Function<Classes, T> classes, Function<Value, T> value) {
            return value.apply(this);
        }
    }
}
