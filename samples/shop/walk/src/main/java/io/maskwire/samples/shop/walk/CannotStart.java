package io.maskwire.samples.shop.walk;

/** Something outside the shop is missing or in the way; {@link #line} is what the user sees of it. */
final class CannotStart extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String line;

    CannotStart(String line) {
        super(line);
        this.line = line;
    }

    CannotStart(String line, Throwable cause) {
        super(line, cause);
        this.line = line;
    }

    String line() {
        return line;
    }
}
