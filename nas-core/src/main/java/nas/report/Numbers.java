package nas.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Numbers as words. */
final class Numbers {
    private static final int DIGITS = 4;

    private Numbers() {}

    /** Returns a number that someone chose, in at most four digits, such as {@code 0.003} or {@code 1e-5}. */
    static String chosen(double number) {
        BigDecimal rounded = new BigDecimal(number)
                .round(new MathContext(DIGITS, RoundingMode.HALF_EVEN))
                .stripTrailingZeros();
        boolean isPlain = number == 0 || (Math.abs(number) >= 1e-3 && Math.abs(number) < 1e6);
        int exponent = rounded.precision() - rounded.scale() - 1;
        return isPlain
                ? rounded.toPlainString()
                : rounded.movePointLeft(exponent).stripTrailingZeros().toPlainString() + "e" + exponent;
    }
}
