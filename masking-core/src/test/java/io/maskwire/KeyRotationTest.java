package io.maskwire;

import static org.assertj.core.api.Assertions.assertThat;

import io.maskwire.key.KeyRing;
import io.maskwire.key.KeySource;
import io.maskwire.key.LiveKeyRing;
import io.maskwire.policy.Audience;
import io.maskwire.policy.MaskingPolicy;
import io.maskwire.policy.Masks;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Keys change under load as a mounted Secret changes them: the link ..data moves to a new directory. */
class KeyRotationTest {

    private static final int THREADS = 64;
    private static final int SWAPS = 1_000;
    private static final MaskingPolicy POLICY =
            MaskingPolicy.builder().dataClass("email", Masks.hash()).build();

    @TempDir
    Path mount;

    @ParameterizedTest
    @MethodSource("io.maskwire.ThreadKind#here")
    void noValueIsWrongAndNoRingIsMixedWhileKeysAreSwapped(ThreadKind kind) throws Exception {
        // Version "a" holds only key a, version "b" only key b: a ring with both, or a text of neither, is a mix.
        version("a", 1);
        version("b", 2);
        link("a");
        Files.createSymbolicLink(mount.resolve("primary"), Path.of("..data/primary"));
        Map<String, String> expected = Map.of("a", hashWith("a"), "b", hashWith("b"));
        List<String> reports = new CopyOnWriteArrayList<>();
        Set<String> seen = ConcurrentHashMap.newKeySet();
        AtomicBoolean done = new AtomicBoolean();
        ExecutorService workers = Executors.newFixedThreadPool(THREADS, kind.factory());

        try (LiveKeyRing live = LiveKeyRing.follow(KeySource.directory(mount), Duration.ofMillis(1), reports::add)) {
            Masking masking = Masking.builder(POLICY).keys(live).build();
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                running.add(workers.submit(() -> {
                    while (!done.get()) {
                        seen.add(masking.mask("email", "zoë@example.com", Audience.anonymous()));
                        assertThat(live.get().kids()).hasSize(1);
                        Thread.yield();
                    }
                }));
            }
            for (int i = 0; i < SWAPS; i++) {
                link(i % 2 == 0 ? "b" : "a");
                live.reload();
            }
            done.set(true);
            for (Future<?> worker : running) {
                worker.get();
            }
        } finally {
            workers.shutdownNow();
        }

        assertThat(seen).containsExactlyInAnyOrderElementsOf(expected.values());
        assertThat(reports).hasSizeGreaterThan(SWAPS / 2).allMatch(line -> line.startsWith("Using "));
    }

    private String hashWith(String version) {
        KeyRing ring = KeyRing.from(KeySource.directory(mount.resolve("..version-" + version)));
        return Masking.builder(POLICY).keys(ring).build().mask("email", "zoë@example.com", Audience.anonymous());
    }

    private void version(String kid, int start) throws Exception {
        Path directory = Files.createDirectory(mount.resolve("..version-" + kid));
        byte[] key = new byte[32];
        for (int i = 0; i < key.length; i++) {
            key[i] = (byte) (start + i);
        }
        Files.writeString(directory.resolve(kid + ".key"), Base64.getEncoder().encodeToString(key));
        Files.writeString(directory.resolve("primary"), kid);
    }

    private void link(String version) throws Exception {
        Path fresh = mount.resolve("..data_tmp");
        Files.deleteIfExists(fresh);
        Files.createSymbolicLink(fresh, Path.of("..version-" + version));
        Files.move(fresh, mount.resolve("..data"), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
