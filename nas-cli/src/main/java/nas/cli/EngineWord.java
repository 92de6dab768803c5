package nas.cli;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import java.util.Arrays;
import java.util.Iterator;
import nas.Suggestions;
import nas.train.EngineChoice;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the word for a choice of engine. */
final class EngineWord implements ITypeConverter<EngineChoice> {
    private static final ImmutableMap<String, EngineChoice> WORDS =
            Maps.uniqueIndex(Arrays.asList(EngineChoice.values()), EngineChoice::word);

    /** Returns the choice that a word stands for which this program wrote. */
    static EngineChoice of(String word) {
        return new EngineWord().convert(word);
    }

    @Override
    public EngineChoice convert(String text) {
        EngineChoice choice = WORDS.get(text);
        if (choice == null) {
            throw new TypeConversionException("must be one of " + String.join(", ", WORDS.keySet()) + ", but was '"
                    + text + "'" + Suggestions.didYouMean(text, WORDS.keySet()));
        }
        return choice;
    }

    /** The words, for completion. */
    static final class Candidates implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return WORDS.keySet().iterator();
        }
    }
}
