package nas.cli;

import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nas.InvalidInputException;
import nas.data.Quoted;
import nas.spec.Overrides;
import picocli.CommandLine.Option;

/** The option that stands for any key of the search space, for every command that reads one. */
final class SetOptions {
    private static final String NAME = "--set";
    private static final String DATA = "data.source";

    @Option(
            names = NAME,
            paramLabel = "KEY=VALUE",
            description = "Instead of any key of the search space, with the value as it would stand there, such as "
                    + "training.optimizer=sgd. May be given several times.")
    private List<String> settings = List.of();

    /**
     * Returns a copy with what this option says.
     *
     * @throws InvalidInputException if something is no key with a value, or what it says is said elsewhere too
     */
    Overrides over(Overrides overrides) {
        Overrides result = overrides;
        for (String setting : settings) {
            result = with(result, setting);
        }
        return result;
    }

    private static Overrides with(Overrides overrides, String setting) {
        int equals = setting.indexOf('=');
        String key = setting.substring(0, Math.max(0, equals)).strip();
        String value = setting.substring(equals + 1).strip();
        if (key.isEmpty() || value.isEmpty() || Stream.of(key.split("\\.", -1)).anyMatch(String::isBlank)) {
            throw new InvalidInputException(
                    NAME + " must be KEY=VALUE such as training.optimizer=sgd, but was " + Quoted.text(setting));
        }
        String label = NAME + " " + key;
        rival(overrides, key).ifPresent(rival -> {
            throw new InvalidInputException(
                    label + ": " + key + " must be said once, but " + rival + " says it too; leave one of them out");
        });
        return overrides.withYaml(key, value, label);
    }

    /** A folder that {@code --data} names may be where the source lies. */
    private static Optional<String> rival(Overrides overrides, String key) {
        Stream<String> data = overrides.dataPath().stream()
                .filter(path -> overlaps(key, DATA) && !Files.isDirectory(path))
                .map(path -> "--data");
        Stream<String> others = overrides.settings().stream()
                .filter(other -> overlaps(key, other.key()))
                .map(Overrides.Setting::label);
        return Stream.concat(data, others).findFirst();
    }

    private static boolean overlaps(String key, String other) {
        return (key + ".").startsWith(other + ".") || (other + ".").startsWith(key + ".");
    }
}
