package io.maskwire.token;

import com.google.crypto.tink.DeterministicAead;
import io.maskwire.bench.Peers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import javax.crypto.Cipher;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * AES-SIV with a key of 64 bytes and one string of associated data, bytes to bytes; the floor is its AES blocks alone,
 * those of the authentication each the input of the next.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class SivBenchmark {

    private static final int COUNT = 1024;
    private static final byte[] ASSOCIATED = "mw1.k1.".getBytes(StandardCharsets.US_ASCII);

    /** Bytes of plaintext. */
    @Param({"16", "32"})
    public int size;

    private final byte[][] plain = new byte[COUNT][];
    private final byte[][] encrypted = new byte[COUNT][];
    private final byte[] key = new byte[64];
    private final AesSiv siv;
    private final DeterministicAead tink;
    private final Cipher aes;
    private final byte[] block = new byte[16];
    private final byte[] other = new byte[16];
    private int at;

    /** Prepares both with one key. */
    public SivBenchmark() {
        new Random(1).nextBytes(key);
        siv = new AesSiv(key, ASSOCIATED);
        tink = Peers.tink(key);
        aes = Peers.aesBlocks(Arrays.copyOf(key, 32));
    }

    /** Makes the inputs. */
    @Setup
    public void setup() {
        Random random = new Random(2);
        for (int i = 0; i < COUNT; i++) {
            plain[i] = new byte[size];
            random.nextBytes(plain[i]);
            encrypted[i] = siv.encrypt(plain[i]);
        }
    }

    private int next() {
        at = (at + 1) & (COUNT - 1);
        return at;
    }

    /** One block for the tag and one for the stream for each 16 bytes. */
    @Benchmark
    public byte[] floorAesBlocks() throws GeneralSecurityException {
        for (int i = 0; i < size / 16; i++) {
            aes.doFinal(block, 0, 16, other, 0);
            aes.doFinal(other, 0, 16, block, 0);
        }
        return block;
    }

    /** Ours, thread-safe. */
    @Benchmark
    public byte[] maskwireEncrypt() {
        return siv.encrypt(plain[next()]);
    }

    /** Ours, thread-safe. */
    @Benchmark
    public byte @Nullable [] maskwireDecrypt() {
        return siv.decrypt(encrypted[next()]);
    }

    /** Tink. */
    @Benchmark
    public byte[] tinkEncrypt() throws GeneralSecurityException {
        return tink.encryptDeterministically(plain[next()], ASSOCIATED);
    }

    /** Tink. */
    @Benchmark
    public byte[] tinkDecrypt() throws GeneralSecurityException {
        return tink.decryptDeterministically(encrypted[next()], ASSOCIATED);
    }
}
