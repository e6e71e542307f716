package io.maskwire.cli;

import io.maskwire.reveal.AuditRecord;
import io.maskwire.reveal.AuditSink;
import java.nio.file.Path;
import java.util.Optional;

/** The audit file of one command, which remembers why it couldn't be written. */
final class AuditedFile implements AuditSink {

    private final Path path;
    private final AuditSink file;
    private String failure = "";

    AuditedFile(Path path) {
        this.path = path;
        this.file = AuditSink.file(path);
    }

    @Override
    public void write(AuditRecord attempt) throws Exception {
        try {
            file.write(attempt);
        } catch (Exception e) {
            failure = e.getClass().getSimpleName();
            throw e;
        }
    }

    /** Why nothing was recorded, if so. */
    Optional<Refusal> failure() {
        return failure.isEmpty()
                ? Optional.empty()
                : Optional.of(new Refusal(
                        path.toString(),
                        "the record can't be written (" + failure + "), so nothing is revealed",
                        "check that its folder is there, that this user may write it and that the disk isn't full"));
    }
}
