package io.maskwire.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LiveKeyRingTest {

    private final AtomicReference<KeySource> source = new AtomicReference<>(keys("a", Map.of("a", 1)));
    private final List<String> reports = new CopyOnWriteArrayList<>();
    private final LiveKeyRing live = LiveKeyRing.follow(() -> source.get().read(), Duration.ofHours(1), reports::add);

    @AfterEach
    void close() {
        live.close();
    }

    @Test
    void rotatesInTwoSteps() {
        source.set(keys("a", Map.of("a", 1, "b", 2)));
        assertThat(live.reload()).isTrue();
        assertThat(live.get()).hasToString("KeyRing[primary=a, keys=[a, b]]");

        source.set(keys("b", Map.of("a", 1, "b", 2)));
        assertThat(live.reload()).isTrue();
        assertThat(live.get().primary()).isEqualTo("b");
        assertThat(reports)
                .containsExactly(
                        "Using KeyRing[primary=a, keys=[a, b]] instead of KeyRing[primary=a, keys=[a]]",
                        "Using KeyRing[primary=b, keys=[a, b]] instead of KeyRing[primary=a, keys=[a, b]]");
    }

    @Test
    void aRemovedKeyIsGoneAtOnce() {
        source.set(keys("b", Map.of("a", 1, "b", 2)));
        live.reload();
        source.set(keys("b", Map.of("b", 2)));
        live.reload();

        assertThat(live.get().kids()).containsExactly("b");
        assertThatThrownBy(() -> live.get().subkey("a", Purpose.HASH, "", "x", ""))
                .isInstanceOf(KeyException.class);
    }

    @Test
    void otherBytesUnderTheSameNameAreRefused() {
        KeyRing before = live.get();
        source.set(keys("a", Map.of("a", 9)));

        assertThat(live.reload()).isFalse();
        assertThat(live.get()).isSameAs(before);
        assertThat(reports)
                .singleElement()
                .asString()
                .startsWith("Refused new keys: \"a\" has other bytes than before");
    }

    @Test
    void theLastGoodRingStaysWhenTheSourceFails() {
        KeyRing before = live.get();
        source.set(() -> {
            throw new IllegalStateException("4711-secret");
        });

        assertThat(live.reload()).isFalse();
        assertThat(live.get()).isSameAs(before);
        assertThat(reports)
                .singleElement()
                .asString()
                .startsWith("Can't read keys")
                .doesNotContain("4711");
    }

    @Test
    void anUnchangedSourceChangesNothing() {
        KeyRing before = live.get();

        assertThat(live.reload()).isTrue();
        assertThat(live.get()).isSameAs(before);
        assertThat(reports).isEmpty();
    }

    @Test
    void aNewExportWithMoreSubkeysIsUsedAndOneOfAnotherKeyRefused() {
        SubkeyId email = new SubkeyId(Purpose.HASH, "", "email", "none");
        SubkeyId phone = new SubkeyId(Purpose.HASH, "", "phone", "none");
        source.set(export(1, email));
        try (LiveKeyRing exported = LiveKeyRing.follow(() -> source.get().read(), Duration.ofHours(1), reports::add)) {
            source.set(export(1, email, phone));
            assertThat(exported.reload()).isTrue();
            assertThat(exported.get().subkey("a", Purpose.HASH, "", "phone", "none"))
                    .isEqualTo(live.get().subkey("a", Purpose.HASH, "", "phone", "none"));

            source.set(export(2, email, phone));
            assertThat(exported.reload()).isFalse();
        }
    }

    @Test
    void aChangedSourceIsReadAgainAtTheIntervalByAThreadThatKeepsNoProcessAlive() throws Exception {
        BlockingQueue<Boolean> daemons = new LinkedBlockingQueue<>();
        Consumer<String> listener = report -> daemons.add(Thread.currentThread().isDaemon());
        try (LiveKeyRing following = LiveKeyRing.follow(() -> source.get().read(), Duration.ofMillis(1), listener)) {
            source.set(keys("b", Map.of("a", 1, "b", 2)));

            assertThat(daemons.poll(1, TimeUnit.MINUTES)).isTrue();
            assertThat(following.get().primary()).isEqualTo("b");
        }
    }

    @Test
    void anIntervalBelowAMillisecondIsRefused() {
        assertThatThrownBy(() -> LiveKeyRing.follow(source.get(), Duration.ofNanos(999_999), reports::add))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("a millisecond or more");
    }

    @Test
    void printsNamesOnly() {
        assertThat(live).hasToString("LiveKeyRing[KeyRing[primary=a, keys=[a]]]");
    }

    private static KeySource export(int start, SubkeyId... ids) {
        KeyRing ring = KeyRing.from(keys("a", Map.of("a", start)));
        SubkeySet subkeys = SubkeyText.read("a", ring.export("a", Set.of(ids)));
        return () -> KeyMaterial.ofKeys("a", Map.of("a", subkeys));
    }

    private static KeySource keys(String primary, Map<String, Integer> starts) {
        return () -> {
            Map<String, byte[]> keys = new TreeMap<>();
            starts.forEach((kid, start) -> keys.put(kid, KeyRingTest.key(start)));
            return KeyMaterial.of(primary, keys);
        };
    }
}
