package io.maskwire.json;

import java.io.IOException;

/** Walks through an input that is one JSON text or several. */
final class Texts {

    private final Scanner scanner;
    private final Place root;
    private final Output output;

    Texts(Scanner scanner, Place root, Output output) {
        this.scanner = scanner;
        this.root = root;
        this.output = output;
    }

    /** Reads all of the input, from this byte on. */
    void read(int start, JsonForm form) throws IOException {
        if (form == JsonForm.DOCUMENT) {
            document(start);
        } else {
            texts(start, form == JsonForm.LINES);
        }
    }

    private void document(int start) throws IOException {
        int after = scanner.value(scanner.skip(start), root);
        int rest = scanner.next(after);
        if (rest >= 0) {
            throw scanner.expected("the end of the input", rest);
        }
    }

    private void texts(int start, boolean lines) throws IOException {
        int i = scanner.next(start);
        while (i >= 0) {
            i = scanner.value(i, root);
            i = lines ? scanner.endOfLine(i) : scanner.endOfText(i);
            // Before anything waits for the next one.
            output.textEnds(scanner.buf, i);
            i = scanner.next(i);
        }
    }
}
