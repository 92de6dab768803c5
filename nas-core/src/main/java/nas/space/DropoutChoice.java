package nas.space;

import java.util.Locale;

/** Which kind of dropout a space wants for a layer. */
public enum DropoutChoice {
    /** What goes with the layer's activation. */
    AUTO,
    /** {@link DropoutKind#STANDARD}. */
    STANDARD,
    /** {@link DropoutKind#ALPHA}. */
    ALPHA;

    /** Returns the word used in files, in lower case. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns the kind for a layer with some activation. */
    public DropoutKind of(Activation activation) {
        return switch (this) {
            case AUTO -> DropoutKind.of(activation);
            case STANDARD -> DropoutKind.STANDARD;
            case ALPHA -> DropoutKind.ALPHA;
        };
    }
}
