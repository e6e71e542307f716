package io.maskwire.reveal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.maskwire.policy.Audience;
import io.maskwire.reveal.AuditRecord.Outcome;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditFileTest {

    @TempDir
    Path directory;

    @Test
    void eachRecordIsALineOfJson() throws Exception {
        Path file = directory.resolve("audit.jsonl");

        AuditSink.file(file).write(attempt("anna"));
        AuditSink.file(file).write(attempt("\"Zoë\" \\ \u2028"));

        assertThat(Files.readString(file, StandardCharsets.UTF_8)).isEqualTo("""
                        {"at":"2026-03-01T12:00:00Z","outcome":"not-permitted","actor":"anna","audience":"role:desk",\
                        "tenant":"acme","class":"tax-id","domain":"-","kid":"k1","reason":"chargeback 4711",\
                        "fingerprint":"00112233445566778899aabbccddeeff"}
                        {"at":"2026-03-01T12:00:00Z","outcome":"not-permitted","actor":"\\"Zoë\\" \\\\ \\u2028",\
                        "audience":"role:desk","tenant":"acme","class":"tax-id","domain":"-","kid":"k1",\
                        "reason":"chargeback 4711","fingerprint":"00112233445566778899aabbccddeeff"}
                        """);
    }

    @Test
    void onlyTheOwnerReadsANewFile() throws Exception {
        Path file = directory.resolve("audit.jsonl");
        AuditSink.file(file).write(attempt("anna"));

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void linesOfManyThreadsDoNotMix() throws Exception {
        Path file = directory.resolve("audit.jsonl");
        AuditSink sink = AuditSink.file(file);
        ExecutorService workers = Executors.newFixedThreadPool(8);
        try {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                String actor = ("actor-" + i + "-").repeat(10);
                running.add(workers.submit(() -> {
                    sink.write(attempt(actor));
                    return null;
                }));
            }
            for (Future<?> one : running) {
                one.get();
            }
        } finally {
            workers.shutdownNow();
        }

        assertThat(Files.readAllLines(file, StandardCharsets.UTF_8))
                .hasSize(200)
                .doesNotHaveDuplicates()
                .allMatch(line -> line.matches("\\{\"at\":[^{}]*\"}"));
    }

    @Test
    void aFileThatCannotBeWrittenIsAnError() {
        assertThatThrownBy(() -> AuditSink.file(directory).write(attempt("anna")))
                .isInstanceOf(IOException.class);
        assertThatThrownBy(
                        () -> AuditSink.file(directory.resolve("no/such/audit")).write(attempt("anna")))
                .isInstanceOf(IOException.class);
    }

    private static AuditRecord attempt(String actor) {
        return new AuditRecord(
                Instant.parse("2026-03-01T12:00:00Z"),
                actor,
                Audience.role("desk"),
                "acme",
                "tax-id",
                "-",
                "k1",
                "chargeback 4711",
                "00112233445566778899aabbccddeeff",
                Outcome.NOT_PERMITTED);
    }
}
