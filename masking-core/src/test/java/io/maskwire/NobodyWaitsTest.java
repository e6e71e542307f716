package io.maskwire;

import static org.assertj.core.api.Assertions.assertThat;

import io.maskwire.key.KeyMaterial;
import io.maskwire.key.KeyRing;
import io.maskwire.policy.Audience;
import io.maskwire.policy.MaskingPolicy;
import io.maskwire.policy.Masks;
import io.maskwire.policy.RedactStyle;
import io.maskwire.policy.Subject;
import io.maskwire.spi.EventCounts;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The flight recorder watches 64 threads that mask: none waits for a lock of ours, and no virtual thread is pinned. */
class NobodyWaitsTest {

    private static final int THREADS = 64;
    private static final int VALUES = 500;
    private static final Duration LONGEST = Duration.ofMillis(10);
    private static final Set<String> WAITS =
            Set.of("jdk.JavaMonitorEnter", "jdk.JavaMonitorWait", "jdk.ThreadPark", "jdk.VirtualThreadPinned");
    private static final MaskingPolicy POLICY = MaskingPolicy.builder()
            .dataClass("erased", Masks.erase())
            .dataClass("redacted", Masks.redact().style(RedactStyle.PAN))
            .dataClass("hashed", Masks.hash())
            .dataClass("tokenized", Masks.tokenize())
            .dataClass("preserved", Masks.formatPreserving())
            .dataClass("shifted", Masks.shiftDate(30))
            .field("$..card", "preserved")
            .build();

    @TempDir
    Path directory;

    @ParameterizedTest
    @MethodSource("io.maskwire.ThreadKind#here")
    void underAMaskingFrame(ThreadKind kind) throws Exception {
        Masking masking = masking();
        maskAll(masking, 50);
        Path file = directory.resolve(kind + ".jfr");
        try (Recording recording = new Recording()) {
            WAITS.forEach(name -> recording.enable(name).withThreshold(LONGEST).withStackTrace());
            recording.start();
            run(masking, kind);
            recording.stop();
            recording.dump(file);
        }

        List<RecordedEvent> events = RecordingFile.readAllEvents(file);
        assertThat(events.stream().filter(NobodyWaitsTest::isUnderAMaskingFrame).map(RecordedEvent::toString))
                .isEmpty();
    }

    private static Masking masking() {
        byte[] key = new byte[32];
        for (int i = 0; i < key.length; i++) {
            key[i] = (byte) (i + 1);
        }
        return Masking.builder(POLICY)
                .keys(KeyRing.from(() -> KeyMaterial.of("k1", Map.of("k1", key))))
                .events(new EventCounts())
                .build();
    }

    private static void run(Masking masking, ThreadKind kind) throws Exception {
        ExecutorService workers = Executors.newFixedThreadPool(THREADS, kind.factory());
        try {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                running.add(workers.submit(() -> maskAll(masking, VALUES)));
            }
            for (Future<?> worker : running) {
                worker.get();
            }
        } finally {
            workers.shutdownNow();
        }
    }

    private static void maskAll(Masking masking, int count) {
        Audience audience = Audience.anonymous();
        for (int i = 0; i < count; i++) {
            String value = "4111 1111 1111 " + (1000 + i);
            for (String dataClass : List.of("erased", "redacted", "hashed", "tokenized", "preserved")) {
                assertThat(masking.mask(dataClass, value, audience)).isNotEqualTo(value);
            }
            assertThat(masking.mask("shifted", "1984-02-29", audience, Subject.of("s" + i)))
                    .isNotEqualTo("1984-02-29");
            assertThat(masking.json().mask("{\"card\":\"" + value + "\"}", audience))
                    .doesNotContain(value);
        }
    }

    private static boolean isUnderAMaskingFrame(RecordedEvent event) {
        return event.getStackTrace() != null
                && event.getStackTrace().getFrames().stream()
                        .map(frame -> frame.getMethod().getType().getName())
                        .anyMatch(type -> type.startsWith("io.maskwire.") && !type.contains("Test"));
    }
}
