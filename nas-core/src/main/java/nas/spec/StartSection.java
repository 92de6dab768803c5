package nas.spec;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.ArrayList;
import java.util.List;
import nas.spec.StartChoice.Item;
import nas.spec.StartChoice.Layer;
import nas.spec.StartChoice.Layers;
import nas.spec.StartChoice.RulesOfThumb;

/** Reads {@code start}: what is tried first. */
final class StartSection {
    static final String RULES_OF_THUMB = "rules-of-thumb";

    private static final ImmutableMap<String, Item> WORDS = ImmutableMap.of(RULES_OF_THUMB, new RulesOfThumb());
    private static final String ITEM = RULES_OF_THUMB + " or a list of layers such as [{units: 64}]";
    private static final String LIST = "a list of architectures such as [[{units: 64}], " + RULES_OF_THUMB + "]";

    private StartSection() {}

    /** Reads what a file says. */
    static StartChoice read(Section file) {
        return file.read("start", StartChoice.DEFAULT, StartSection::choice);
    }

    private static StartChoice choice(Value value) {
        return value.node()
                .match(
                        scalar -> {
                            throw value.mustBe(LIST);
                        },
                        sequence -> choice(value, value.numbered(sequence)),
                        mapping -> {
                            throw value.mustBe(LIST);
                        });
    }

    private static StartChoice choice(Value value, List<Value> values) {
        List<Item> items = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        for (Value each : values) {
            try {
                add(each, items);
            } catch (Problem problem) {
                problems.add(problem);
            }
        }
        return value.unless(problems, new StartChoice(items));
    }

    /** What stands in for a layer that cannot be read is like no other. */
    private static void add(Value value, List<Item> items) {
        int problemsBefore = value.problems().count();
        Item item = item(value);
        if (value.problems().count() == problemsBefore) {
            if (items.contains(item)) {
                throw value.mustBe("other than those before it");
            }
            items.add(item);
        }
    }

    private static Item item(Value value) {
        return value.node()
                .match(
                        scalar -> value.wordOf(WORDS, value.scalar(ITEM).text(), ITEM),
                        sequence -> layers(value, value.numbered(sequence)),
                        mapping -> {
                            throw value.mustBe(ITEM);
                        });
    }

    private static Item layers(Value value, List<Value> layers) {
        long most = ArchitectureSection.DEPTHS.upperEndpoint();
        if (layers.size() > most) {
            throw value.problem("must have at most " + most + " layers, but has " + layers.size());
        }
        return new Layers(layers.stream().map(StartSection::layer).collect(ImmutableList.toImmutableList()));
    }

    private static Layer layer(Value value) {
        Section section = Section.of(value, "units", "activation", "dropout");
        return new Layer(
                section.require("units", 1, item -> (int) item.integer(ArchitectureSection.UNITS)),
                section.find("activation", item -> item.choice(ArchitectureSection.ACTIVATIONS))
                        .orElse(null),
                section.find("dropout", item -> item.share(ArchitectureSection.DROPOUTS))
                        .orElse(null));
    }
}
