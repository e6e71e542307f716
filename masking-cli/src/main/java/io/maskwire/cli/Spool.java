package io.maskwire.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Keeps what is masked until all of it is well: in memory, and when it grows in a file that only this user reads. */
final class Spool extends OutputStream {

    private static final int IN_MEMORY = 1 << 23;

    private ByteArrayOutputStream memory = new ByteArrayOutputStream();
    private @Nullable Path file;
    private @Nullable OutputStream inFile;

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        OutputStream open = inFile;
        if (open == null && memory.size() + (long) length <= IN_MEMORY) {
            memory.write(bytes, from, length);
        } else {
            (open == null ? open() : open).write(bytes, from, length);
        }
    }

    private OutputStream open() throws IOException {
        Path created = Files.createTempFile("maskwire", ".masked");
        file = created;
        OutputStream open = Files.newOutputStream(created);
        inFile = open;
        memory.writeTo(open);
        memory = new ByteArrayOutputStream(0);
        return open;
    }

    /** Writes all that was kept. */
    void copyTo(OutputStream target) throws IOException {
        if (inFile == null || file == null) {
            memory.writeTo(target);
        } else {
            inFile.close();
            Files.copy(file, target);
        }
    }

    @Override
    public void close() throws IOException {
        if (inFile != null) {
            inFile.close();
        }
        if (file != null) {
            Files.deleteIfExists(file);
        }
    }
}
