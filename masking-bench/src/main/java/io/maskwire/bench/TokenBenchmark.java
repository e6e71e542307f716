package io.maskwire.bench;

import com.google.crypto.tink.DeterministicAead;
import io.maskwire.key.KeyMaterial;
import io.maskwire.key.KeyRing;
import io.maskwire.key.Purpose;
import io.maskwire.token.Pseudonyms;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** A token of 15 characters, from text to text. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class TokenBenchmark {

    private static final String START = "mw1.k1.";

    private final Inputs inputs = new Inputs(i -> String.format("%015d", i * 7919L));
    private final KeyRing ring = KeyRing.from(() -> KeyMaterial.of("k1", Map.of("k1", Inputs.key())));
    private final Pseudonyms pseudonyms = Pseudonyms.of(ring, "");
    private final DeterministicAead tink = Peers.tink(ring.subkey("k1", Purpose.SIV, "", "tax-id", ""));

    /** Ours. */
    @Benchmark
    public String maskwire() {
        return pseudonyms.tokenize("tax-id", inputs.next());
    }

    /** The same token by Tink and the JDK. */
    @Benchmark
    public String tinkAndBase64() throws GeneralSecurityException {
        byte[] plain = inputs.next().getBytes(StandardCharsets.UTF_8);
        byte[] padded = Arrays.copyOf(plain, plain.length / 16 * 16 + 16);
        padded[plain.length] = (byte) 0x80;
        byte[] encrypted = tink.encryptDeterministically(padded, START.getBytes(StandardCharsets.US_ASCII));
        return START + Base64.getUrlEncoder().withoutPadding().encodeToString(encrypted);
    }
}
