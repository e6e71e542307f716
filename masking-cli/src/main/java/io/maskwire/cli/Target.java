package io.maskwire.cli;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;

/** Where results go; tells a failure to write from a failure to read. */
final class Target extends FilterOutputStream {

    /** Nothing more can be written. */
    static final class Failure extends IOException {

        private static final long serialVersionUID = 1L;

        private final boolean brokenPipe;

        Failure(IOException cause) {
            super(cause);
            String message = String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT);
            this.brokenPipe = message.contains("broken pipe") || message.contains("pipe is being closed");
        }

        /** True if nobody reads any more, as behind {@code | head}. */
        boolean isBrokenPipe() {
            return brokenPipe;
        }
    }

    Target(OutputStream out) {
        super(out);
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        try {
            out.write(bytes, from, length);
        } catch (IOException e) {
            throw new Failure(e);
        }
    }

    @Override
    public void flush() throws IOException {
        try {
            out.flush();
        } catch (IOException e) {
            throw new Failure(e);
        }
    }
}
