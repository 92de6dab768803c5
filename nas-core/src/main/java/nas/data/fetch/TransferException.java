package nas.data.fetch;

/** An address did not give what it should; the message says why in a few words. */
final class TransferException extends Exception {
    private static final long serialVersionUID = 1L;

    TransferException(String message) {
        super(message);
    }

    TransferException(String message, Throwable cause) {
        super(message, cause);
    }

    /** Returns the few words. */
    String reason() {
        return String.valueOf(getMessage());
    }
}
