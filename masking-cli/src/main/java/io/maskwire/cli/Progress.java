package io.maskwire.cli;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;

/** Tells a person who watches how much was read, if it takes a while. */
final class Progress extends FilterInputStream {

    private static final long FIRST = Duration.ofSeconds(1).toNanos();
    private static final long STEP = Duration.ofMillis(200).toNanos();
    private static final int MEGABYTE = 1_000_000;

    private final Console console;
    private final boolean shown;
    private long next = System.nanoTime() + FIRST;
    private long count;
    private boolean written;

    Progress(InputStream in, Console console, boolean shown) {
        super(in);
        this.console = console;
        this.shown = shown;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        int read = in.read(bytes, from, length);
        count += Math.max(read, 0);
        if (shown && System.nanoTime() - next > 0) {
            next = System.nanoTime() + STEP;
            written = true;
            console.part("\r" + count / MEGABYTE + " MB read");
        }
        return read;
    }

    /** Leaves the line empty. */
    void end() {
        if (written) {
            console.part("\r\u001b[K");
        }
    }
}
