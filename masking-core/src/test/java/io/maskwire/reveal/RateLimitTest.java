package io.maskwire.reveal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class RateLimitTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private final RateLimit limit = new RateLimit(new RevealRate(3, Duration.ofSeconds(30)));

    @Test
    void soManyAtOnceAndThenOneAsEachComesBack() {
        assertThat(taken("anna", NOON, 5)).isEqualTo(3);
        assertThat(taken("anna", NOON.plusMillis(9_999), 1)).isZero();
        assertThat(taken("anna", NOON.plusSeconds(10), 2)).isEqualTo(1);
        assertThat(taken("anna", NOON.plusSeconds(30), 5)).isEqualTo(2);
    }

    @Test
    void aBucketIsNeverMoreThanFull() {
        taken("anna", NOON, 3);

        assertThat(taken("anna", NOON.plusSeconds(86_400), 10)).isEqualTo(3);
    }

    @Test
    void whatIsRefusedCostsNothing() {
        taken("anna", NOON, 1_000);

        assertThat(taken("anna", NOON.plusSeconds(10), 2)).isEqualTo(1);
    }

    @Test
    void oneActorDoesNotTakeFromAnother() {
        taken("anna", NOON, 5);

        assertThat(taken("boris", NOON, 5)).isEqualTo(3);
    }

    @Test
    void aClockThatIsPutBackEmptiesTheBucketAndDoesNotBlockIt() {
        taken("anna", NOON, 3);
        Instant before = NOON.minusSeconds(3_600);

        assertThat(taken("anna", before, 1)).isZero();
        assertThat(taken("anna", before.plusSeconds(10), 2)).isEqualTo(1);
    }

    @Test
    void memoryIsBoundedAndFullMeansClosedForNewActors() {
        for (int i = 0; i < RateLimit.MOST_ACTORS; i++) {
            assertThat(limit.take("actor-" + i, NOON)).isTrue();
        }

        assertThat(limit.take("one-more", NOON)).isFalse();
        assertThat(limit.take("actor-0", NOON)).isTrue();
        assertThat(limit.actors()).isEqualTo(RateLimit.MOST_ACTORS);
        assertThat(limit.take("one-more", NOON.plusSeconds(20))).isTrue();
        assertThat(limit.actors()).isEqualTo(1);
    }

    @Test
    void manyThreadsTogetherGetNoMoreThanOne() throws Exception {
        RateLimit hundred = new RateLimit(new RevealRate(100, Duration.ofDays(1)));
        ExecutorService workers = Executors.newFixedThreadPool(16);
        try {
            List<Future<Integer>> running = new ArrayList<>();
            for (int i = 0; i < 16; i++) {
                Callable<Integer> work = () -> {
                    int taken = 0;
                    for (int k = 0; k < 500; k++) {
                        taken += hundred.take("anna", NOON) ? 1 : 0;
                    }
                    return taken;
                };
                running.add(workers.submit(work));
            }
            int all = 0;
            for (Future<Integer> one : running) {
                all += one.get();
            }

            assertThat(all).isEqualTo(100);
        } finally {
            workers.shutdownNow();
        }
    }

    @Test
    void aRateThatMeansNothingIsRefused() {
        Duration minute = Duration.ofMinutes(1);

        assertThatThrownBy(() -> new RevealRate(0, minute)).hasMessageContaining("1 or more");
        assertThatThrownBy(() -> new RevealRate(1, Duration.ofMillis(999))).hasMessageContaining("a second to a year");
        assertThatThrownBy(() -> new RevealRate(1, Duration.ofDays(367))).hasMessageContaining("a second to a year");
        assertThat(new RateLimit(new RevealRate(Integer.MAX_VALUE, Duration.ofSeconds(1))).take("anna", NOON))
                .isTrue();
    }

    private int taken(String actor, Instant when, int tries) {
        int taken = 0;
        for (int i = 0; i < tries; i++) {
            taken += limit.take(actor, when) ? 1 : 0;
        }
        return taken;
    }
}
