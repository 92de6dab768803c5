package nas.report;

import java.math.BigDecimal;
import java.math.MathContext;

/** Numbers for drawings: six digits are finer than any screen and a third of the size. */
final class Rounded {
    private static final MathContext DIGITS = new MathContext(6);

    private Rounded() {}

    /** Returns a finite number in six digits. */
    static double of(double number) {
        return new BigDecimal(number).round(DIGITS).doubleValue();
    }
}
