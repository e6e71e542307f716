package io.maskwire.cli;

import io.maskwire.reveal.AuditRecord;
import io.maskwire.reveal.AuditSink;
import java.nio.file.Path;
import java.util.Optional;

/** The audit file of one command, which remembers whether it could be written. */
final class AuditedFile implements AuditSink {

    private final Path path;
    private final AuditSink file;
    private boolean isFailed;

    AuditedFile(Path path) {
        this.path = path;
        this.file = AuditSink.file(path);
    }

    @Override
    public void write(AuditRecord attempt) throws Exception {
        isFailed = true;
        file.write(attempt);
        isFailed = false;
    }

    /** Why nothing was recorded, if so. */
    Optional<Refusal> failure() {
        return isFailed
                ? Optional.of(new Refusal(
                        path.toString(),
                        "the record can't be written, so nothing is revealed",
                        "check that its folder is there, that this user may write it and that the disk isn't full"))
                : Optional.empty();
    }
}
