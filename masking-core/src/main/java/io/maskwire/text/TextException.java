package io.maskwire.text;

import java.io.IOException;

/** A stream of text can't be masked any further; the message says where, and holds nothing of the text. */
public final class TextException extends IOException {

    private static final long serialVersionUID = 1;

    private final long line;

    TextException(String problem, long line) {
        super(problem + "; nothing of it and behind it was written");
        this.line = line;
    }

    /** The line it is about, counted from 1. */
    public long line() {
        return line;
    }
}
