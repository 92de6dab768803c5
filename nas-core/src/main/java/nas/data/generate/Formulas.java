package nas.data.generate;

/** How the cells of a row are drawn. Every row takes its draws one after the other, so a row does not depend on later ones. */
final class Formulas {
    private static final double SPIRAL_START = 0.5 * Math.PI;
    private static final double SPIRAL_LENGTH = 3.5 * Math.PI;
    private static final double SPIRAL_NOISE = 0.03;
    private static final double MOON_NOISE = 0.2;
    private static final double XOR_NOISE = 0.4;

    private Formulas() {}

    /** Draws a row into its cells, one for each column, the target last. */
    @FunctionalInterface
    interface Formula {
        void draw(Draws draws, int row, double[] cells);
    }

    /**
     * Two spirals of two turns, one inside the other (after Lang & Witbrock 1988, "Learning to tell two spirals apart",
     * which has three turns, fixed points and no noise). The radius grows with the angle to 1; points lie evenly along the
     * spiral but for noise of deviation 0.03. The arms are 0.25 apart, so hardly any row is on the wrong side.
     */
    static void spirals(Draws draws, int row, double[] cells) {
        int arm = row % 2;
        double angle = SPIRAL_START + SPIRAL_LENGTH * Math.sqrt(draws.uniform());
        double radius = angle / (SPIRAL_START + SPIRAL_LENGTH);
        double turned = angle + arm * Math.PI;
        cells[0] = radius * StrictMath.cos(turned) + SPIRAL_NOISE * draws.normal();
        cells[1] = radius * StrictMath.sin(turned) + SPIRAL_NOISE * draws.normal();
        cells[2] = arm;
    }

    /** Two interleaved half circles of radius 1, as scikit-learn's {@code make_moons}, with noise of deviation 0.2. */
    static void moons(Draws draws, int row, double[] cells) {
        int moon = row % 2;
        double angle = Math.PI * draws.uniform();
        double x = StrictMath.cos(angle);
        double y = StrictMath.sin(angle);
        cells[0] = (moon == 0 ? x : 1 - x) + MOON_NOISE * draws.normal();
        cells[1] = (moon == 0 ? y : 0.5 - y) + MOON_NOISE * draws.normal();
        cells[2] = moon;
    }

    /**
     * Four clouds of deviation 0.4 around (1, 1), (-1, -1), (1, -1) and (-1, 1): the class tells whether both signs are the
     * same. Two more inputs are normal and say nothing. The best possible accuracy is 98.8 %.
     */
    static void xor(Draws draws, int row, double[] cells) {
        int first = row % 2;
        int second = row / 2 % 2;
        cells[0] = 1 - 2 * first + XOR_NOISE * draws.normal();
        cells[1] = 1 - 2 * second + XOR_NOISE * draws.normal();
        cells[2] = draws.normal();
        cells[3] = draws.normal();
        cells[4] = first ^ second;
    }

    /**
     * Friedman's first problem (Friedman 1991, "Multivariate adaptive regression splines", doi:10.1214/aos/1176347963,
     * section 4.3): ten inputs, uniform on [0, 1), of which five say something, and noise of deviation 1.
     */
    static void friedman1(Draws draws, int row, double[] cells) {
        int target = cells.length - 1;
        for (int input = 0; input < target; input++) {
            cells[input] = draws.uniform();
        }
        double centred = cells[2] - 0.5;
        cells[target] = 10 * StrictMath.sin(Math.PI * cells[0] * cells[1])
                + 20 * centred * centred
                + 10 * cells[3]
                + 5 * cells[4]
                + draws.normal();
    }
}
