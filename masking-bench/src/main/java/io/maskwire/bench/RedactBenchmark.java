package io.maskwire.bench;

import io.maskwire.Masking;
import io.maskwire.policy.Audience;
import io.maskwire.policy.MaskingPolicy;
import io.maskwire.policy.Masks;
import io.maskwire.policy.RedactStyle;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** One value at a time through the door; the floor cuts a string by hand. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class RedactBenchmark {

    private final Inputs inputs = new Inputs(i -> String.format("4111%012d", i * 7919L));
    private final Masking masking = Masking.of(MaskingPolicy.builder()
            .dataClass("pan", Masks.redact().style(RedactStyle.PAN))
            .dataClass("last4", Masks.redact().keepLast(4))
            .dataClass("secret", Masks.erase())
            .build());

    /** No checks, no policy. */
    @Benchmark
    public String floorSubstring() {
        String value = inputs.next();
        return value.substring(0, 6) + "******" + value.substring(12);
    }

    /** The style for card numbers. */
    @Benchmark
    public String maskwirePan() {
        return masking.mask("pan", inputs.next(), Audience.anonymous());
    }

    /** The last four of anything. */
    @Benchmark
    public String maskwireKeepLast() {
        return masking.mask("last4", inputs.next(), Audience.anonymous());
    }

    /** The marker. */
    @Benchmark
    public String maskwireErase() {
        return masking.mask("secret", inputs.next(), Audience.anonymous());
    }
}
