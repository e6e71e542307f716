package io.maskwire.reveal;

import java.nio.file.Path;

/**
 * Where the records of reveals go: a file, a table, a log service. It returns when the record is safe, and throws when
 * it isn't; nothing is revealed before it has returned.
 *
 * <p>Called on the thread that asks, by many threads at once. Whoever can change the records can hide a reveal: send them
 * where the service that reveals may add and not change.
 */
@FunctionalInterface
public interface AuditSink {

    /**
     * Writes one record. What it throws is logged by its class only, and refuses the reveal.
     *
     * @throws Exception if the record isn't safe
     */
    void write(AuditRecord attempt) throws Exception;

    /**
     * A file with a JSON object in each line, in UTF-8, with the names of {@link AuditRecord#toJson}. Each line is appended
     * and forced to the disk before {@link #write} returns. A new file can be read by its owner only, where the file
     * system knows owners. Several processes may append to one local file.
     */
    static AuditSink file(Path path) {
        return new AuditFile(path);
    }
}
