package io.maskwire.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SlotsTest {

    private static final class Counter extends Slots.State {
        private int uses;
    }

    private final AtomicInteger made = new AtomicInteger();
    private final Slots<Counter> slots = new Slots<>(() -> {
        made.incrementAndGet();
        return new Counter();
    });

    @Test
    void aStateThatWasGivenBackIsUsedAgain() {
        for (int i = 0; i < 1_000; i++) {
            slots.give(slots.take());
        }

        assertThat(made).hasValue(1);
    }

    @Test
    void aStateInUseIsNeverTakenTwice() {
        Set<Counter> taken = Collections.newSetFromMap(new IdentityHashMap<>());
        for (int i = 0; i < 100; i++) {
            assertThat(taken.add(slots.take())).isTrue();
        }
    }

    @Test
    void aStateGoesBackToTheSlotItWasTakenFrom() throws InterruptedException {
        // Threads with many different ids take what the first one left, so one state serves them all.
        slots.give(slots.take());
        for (int i = 0; i < 200; i++) {
            Thread thread = new Thread(() -> slots.give(slots.take()));
            thread.start();
            thread.join();
        }

        assertThat(made).hasValue(1);
    }

    @Test
    void aStateThatIsNotGivenBackIsReplaced() {
        Counter lost = slots.take();

        assertThat(slots.take()).isNotSameAs(lost);
    }

    @Test
    void manyThreadsNeverShareAState() {
        Set<Counter> seen = ConcurrentHashMap.newKeySet();
        IntStream.range(0, 100_000).parallel().forEach(i -> {
            Counter counter = slots.take();
            seen.add(counter);
            counter.uses++;
            slots.give(counter);
        });

        // A state shared by two threads at once would have lost a use.
        assertThat(new HashSet<>(seen)
                        .stream().mapToInt(counter -> counter.uses).sum())
                .isEqualTo(100_000);
    }
}
