package nas.run;

import com.google.common.collect.ImmutableList;
import java.util.List;
import nas.space.Architecture;

/**
 * What a search tries first, besides the linear model and the smallest and the largest network.
 *
 * @param architectures architectures that the user gave, all in the space, in the order given
 * @param hasRulesOfThumb whether the rules of thumb are tried
 */
public record StartSettings(List<Architecture> architectures, boolean hasRulesOfThumb) {
    /** The rules of thumb alone, which is what is used where nothing is said. */
    public static final StartSettings DEFAULT = new StartSettings(List.of(), true);

    /** Copies the list. */
    public StartSettings {
        architectures = ImmutableList.copyOf(architectures);
    }
}
