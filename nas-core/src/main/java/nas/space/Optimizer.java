package nas.space;

import java.util.Locale;

/** How gradients move the parameters. */
public enum Optimizer {
    /** Against the gradient (Robbins & Monro 1951, doi 10.1214/aoms/1177729586). */
    SGD,
    /** With Nesterov's momentum (Sutskever et al. 2013, "On the importance of initialization and momentum"). */
    NESTEROV,
    /** Adaptive moments (Kingma & Ba 2015, arXiv 1412.6980), with β1 = 0.9, β2 = 0.999, ε = 1e-8. */
    ADAM,
    /** Adam with Nesterov's momentum (Dozat 2016, "Incorporating Nesterov Momentum into Adam"), constants as Adam's. */
    NADAM,
    /** Scaled by a running root mean square (Tieleman & Hinton 2012, lecture 6.5), with decay 0.95 and ε = 1e-8. */
    RMSPROP,
    /** Adam on the infinity norm (Kingma & Ba 2015, arXiv 1412.6980, section 7.1), with β1 = 0.9, β2 = 0.999. */
    ADAMAX;

    /** Returns the word used in files and in results, in lower case. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
