package nas.space;

import java.util.Locale;

/** How gradients move the parameters. */
public enum Optimizer {
    /** Adaptive moments (Kingma & Ba 2015, arXiv 1412.6980), with β1 = 0.9, β2 = 0.999, ε = 1e-8. */
    ADAM;

    /** Returns the word used in files and in results, in lower case. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
