package io.maskwire.bench;

import io.maskwire.key.KeyMaterial;
import io.maskwire.key.KeyRing;
import io.maskwire.policy.Normalizer;
import io.maskwire.token.Pseudonyms;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** The text of a hash of 16 bytes; the floor is a reused {@code Mac} alone. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class HashBenchmark {

    private final Inputs inputs = new Inputs(i -> String.format("%016d", i * 7919L));
    private final Pseudonyms pseudonyms =
            Pseudonyms.of(KeyRing.from(() -> KeyMaterial.of("k1", Map.of("k1", Inputs.key()))), "");
    private final Mac mac = mac();
    private final Mac perCall = mac();

    private static Mac mac() {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(Inputs.key(), "HmacSHA256"));
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java runtime has no HmacSHA256", e);
        }
    }

    /** The authentication code alone, by one thread's own {@code Mac}. */
    @Benchmark
    public byte[] floorReusedMac() {
        return mac.doFinal(inputs.next().getBytes(StandardCharsets.UTF_8));
    }

    /** What a developer writes with the JDK: a keyed text, no tag. */
    @Benchmark
    public String plainJdkCalls() throws GeneralSecurityException {
        perCall.init(new SecretKeySpec(Inputs.key(), "HmacSHA256"));
        byte[] code = perCall.doFinal(inputs.next().getBytes(StandardCharsets.UTF_8));
        return "k1." + Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(code, 16));
    }

    /** Ours: thread-safe, with the tag by which it is recognised. */
    @Benchmark
    public String maskwire() {
        return pseudonyms.hash("card", Normalizer.NONE, inputs.next());
    }
}
