package nas.train.blas;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerPointer;
import org.bytedeco.openblas.global.openblas;

/**
 * Which of its kernel sets OpenBLAS has chosen for this processor, or was told to use by {@code OPENBLAS_CORETYPE}.
 * Another one rounds differently.
 */
public final class BlasCore {
    /** As {@code OPENBLAS_CORETYPE} takes them. */
    private static final List<String> NAMES = List.of(
            "SkylakeX",
            "Cooperlake",
            "Zen",
            "Haswell",
            "Excavator",
            "Steamroller",
            "Piledriver",
            "Bulldozer",
            "Sandybridge",
            "Nehalem",
            "Barcelona",
            "Core2",
            "Prescott",
            "NeoverseN1",
            "ThunderX3T110",
            "ThunderX2T99",
            "ThunderX",
            "TSV110",
            "EMAG8180",
            "Falkor",
            "CortexA73",
            "CortexA72",
            "CortexA57",
            "CortexA53",
            "ARMv8");

    private static final String SYMBOL = "gotoblas";

    private BlasCore() {}

    /**
     * Returns the name of the kernel set, empty where the library has only one or one that is not known here. OpenBLAS
     * keeps each set in a table of its own and the address of the chosen one in a variable; JavaCPP offers the addresses
     * but not the function that tells the name.
     */
    public static Optional<String> name() {
        Loader.load(openblas.class);
        Pointer chosen = Loader.addressof(SYMBOL);
        if (chosen == null) {
            return Optional.empty();
        }
        long table = new PointerPointer<Pointer>(chosen).get(0).address();
        return NAMES.stream().filter(name -> table == table(name)).findFirst();
    }

    private static long table(String name) {
        Pointer table = Loader.addressof(SYMBOL + "_" + name.toUpperCase(Locale.ROOT));
        return table == null ? 0 : table.address();
    }
}
