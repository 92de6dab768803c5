package nas.data;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.function.Function;

/** What the outputs of a network stand for. */
public sealed interface TargetEncoding {
    /** Returns whatever the case at hand's function makes of it. */
    <T> T match(Function<Classes, T> classes, Function<Values, T> values);

    /** One output per class, in this order. */
    record Classes(List<String> names) implements TargetEncoding {
        /** Copies the list. */
        public Classes {
            names = ImmutableList.copyOf(names);
        }

        @Override
        public <T> T match(Function<Classes, T> classes, Function<Values, T> values) {
            return classes.apply(this);
        }
    }

    /** One output per number, in this order. */
    record Values(List<Output> outputs) implements TargetEncoding {
        /** @throws IllegalArgumentException if there is no output, or two have the same name */
        public Values {
            outputs = ImmutableList.copyOf(outputs);
            long names = outputs.stream().map(Output::name).distinct().count();
            if (outputs.isEmpty() || names < outputs.size()) {
                throw new IllegalArgumentException(
                        "outputs must be at least one, each with a name of its own, but were " + outputs);
            }
        }

        @Override
        public <T> T match(Function<Classes, T> classes, Function<Values, T> values) {
            return values.apply(this);
        }
    }

    /**
     * A number to predict.
     *
     * @param name what it is called, such as the name of its column
     * @param standardisation how it was standardised; leads back to its unit
     */
    record Output(String name, Standardisation standardisation) {}
}
