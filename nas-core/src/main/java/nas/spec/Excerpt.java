package nas.spec;

/** Makes what a user wrote fit for a message: one line, not too long. */
final class Excerpt {
    private static final int LENGTH = 60;

    private Excerpt() {}

    /** Returns the first 60 characters, an ellipsis where there are more, and {@code �} for control characters. */
    static String of(String text) {
        return of(text, LENGTH);
    }

    /** Returns so many characters, an ellipsis where there are more, and {@code �} for control characters. */
    static String of(String text, int length) {
        StringBuilder excerpt = new StringBuilder();
        text.codePoints().limit(length).map(Excerpt::visible).forEach(excerpt::appendCodePoint);
        return text.codePointCount(0, text.length()) > length ? excerpt + "…" : excerpt.toString();
    }

    private static int visible(int codePoint) {
        return isVisible(codePoint) ? codePoint : 0xFFFD;
    }

    /** Tells whether a character shows, stays in its line and may stand in a YAML file. */
    static boolean isVisible(int codePoint) {
        if (codePoint == 0xFFFE || codePoint == 0xFFFF) {
            return false;
        }
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE,
                    Character.FORMAT -> false;
            default -> true;
        };
    }
}
