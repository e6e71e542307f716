package io.maskwire.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.maskwire.Masking;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Memory doesn't depend on the size of a stream: a process with 64 MiB masks what is much larger. */
class LargeInputTest {

    /** 2 GB; {@code -Djson.large=…} for another number of bytes. */
    private static final long RECORDS = Long.getLong("json.large", 1L << 31);

    private static final long VALUE = 1 << 29;

    @Test
    void aStreamOfRecordsIsMasked() throws Exception {
        assertThat(run("records", RECORDS)).matches("right \\d{9,} of 6[0-4] MiB");
    }

    @Test
    void aValueOfHalfAGigabyteIsErased() throws Exception {
        assertThat(run("value", VALUE)).matches("right 26 of 6[0-4] MiB");
    }

    private static String run(String what, long bytes) throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx64m",
                        "-XX:+UseSerialGC",
                        "-cp",
                        place(Masking.class) + File.pathSeparator + place(LargeInput.class),
                        LargeInput.class.getName(),
                        what,
                        Long.toString(bytes))
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        return output.strip();
    }

    private static String place(Class<?> type) throws Exception {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI())
                .toString();
    }
}
