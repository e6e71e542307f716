package io.maskwire.reveal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import java.util.Set;

/** Appends records to a file, opened anew for each one: it may be moved away at any time. */
record AuditFile(Path path) implements AuditSink {

    private static final Set<StandardOpenOption> APPEND =
            Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND);

    AuditFile {
        Objects.requireNonNull(path, "path");
    }

    @Override
    public void write(AuditRecord attempt) throws IOException {
        ByteBuffer line = ByteBuffer.wrap((attempt.toJson() + "\n").getBytes(StandardCharsets.UTF_8));
        try (FileChannel file = FileChannel.open(path, APPEND, forOwnerOnly())) {
            // In one call, so that lines of several writers don't mix.
            file.write(line);
            if (line.hasRemaining()) {
                throw new IOException("The audit file took only a part of a record");
            }
            file.force(false);
        }
    }

    private FileAttribute<?>[] forOwnerOnly() {
        boolean hasOwners = path.getFileSystem().supportedFileAttributeViews().contains("posix");
        return hasOwners
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    @Override
    public String toString() {
        return "AuditSink.file(" + path + ")";
    }
}
