package io.maskwire.samples.shop.walk;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Where the walk says what it does: UTF-8 whatever the locale, since the people have names of many scripts. */
final class Console {

    private static final int LABEL = 13;

    private final PrintStream out;
    private final PrintStream err;

    Console(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    static Console ofTheProcess() {
        return new Console(utf8(FileDescriptor.out), utf8(FileDescriptor.err));
    }

    void line(String text) {
        out.println(text);
    }

    /** A step of the work: what it is about, and what was done. */
    void step(String label, String text) {
        out.println("  " + Width.pad(label, LABEL) + text);
    }

    void lines(List<String> lines) {
        lines.forEach(out::println);
    }

    void problem(String line) {
        out.flush();
        err.println(line);
    }

    private static PrintStream utf8(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
    }
}
