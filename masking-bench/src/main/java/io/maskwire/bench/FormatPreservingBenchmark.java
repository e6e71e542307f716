package io.maskwire.bench;

import com.idealista.fpe.FormatPreservingEncryption;
import com.idealista.fpe.builder.FormatPreservingEncryptionBuilder;
import com.idealista.fpe.config.Alphabet;
import com.idealista.fpe.config.GenericDomain;
import com.idealista.fpe.config.GenericTransformations;
import com.idealista.fpe.config.LengthRange;
import io.maskwire.key.KeyMaterial;
import io.maskwire.key.KeyRing;
import io.maskwire.key.Purpose;
import io.maskwire.policy.PreservedFormat;
import io.maskwire.token.Pseudonyms;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.crypto.Cipher;
import org.bouncycastle.crypto.fpe.FPEFF1Engine;
import org.bouncycastle.crypto.params.FPEParameters;
import org.bouncycastle.crypto.params.KeyParameter;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * FF1 of 16 digits with AES-256 under one key and tweak, from text to text; the floor is its ten AES blocks, each the
 * input of the next.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class FormatPreservingBenchmark {

    private static final int BATCH = 8;
    private static final int LENGTH = 16;
    private static final String DIGITS = "0123456789";
    private static final byte[] TWEAK = {(byte) 0xff};

    private final Inputs inputs = new Inputs(i -> String.format("%016d", i * 7919L));
    private final KeyRing ring = KeyRing.from(() -> KeyMaterial.of("k1", Map.of("k1", Inputs.key())));
    private final Pseudonyms pseudonyms = Pseudonyms.of(ring, "");
    private final byte[] subkey = ring.subkey("k1", Purpose.FF1, "", "card", DIGITS);
    private final FormatPreservingEncryption idealista = idealista(subkey);
    private final FPEFF1Engine bouncyCastle = new FPEFF1Engine();
    private final Cipher aes = Peers.aesBlocks(subkey);
    private final List<List<String>> batches = Stream.generate(
                    () -> Stream.generate(inputs::next).limit(BATCH).toList())
            .limit(512)
            .toList();
    private final byte[] column = String.join("", batches.get(0)).getBytes(StandardCharsets.ISO_8859_1);
    private int batch = -1;
    private byte[] block = new byte[16];
    private byte[] other = new byte[16];

    /** Gives the key to the one that takes it late. */
    public FormatPreservingBenchmark() {
        bouncyCastle.init(true, new FPEParameters(new KeyParameter(subkey), 10, TWEAK));
    }

    private static FormatPreservingEncryption idealista(byte[] key) {
        Alphabet digits = new Alphabet() {
            @Override
            public char[] availableCharacters() {
                return DIGITS.toCharArray();
            }

            @Override
            public Integer radix() {
                return DIGITS.length();
            }
        };
        GenericTransformations texts = new GenericTransformations(DIGITS.toCharArray());
        return FormatPreservingEncryptionBuilder.ff1Implementation()
                .withDomain(new GenericDomain(digits, texts, texts))
                .withDefaultPseudoRandomFunction(key)
                .withLengthRange(new LengthRange(6, 20))
                .build();
    }

    /** Ten dependent blocks by one thread's own cipher. */
    @Benchmark
    public byte[] floorTenAesBlocks() throws GeneralSecurityException {
        for (int round = 0; round < 5; round++) {
            aes.doFinal(block, 0, 16, other, 0);
            aes.doFinal(other, 0, 16, block, 0);
        }
        return block;
    }

    /** Ours: thread-safe, with the checks of the format. */
    @Benchmark
    public String maskwire() {
        return pseudonyms.preserveFormat("card", PreservedFormat.DIGITS, inputs.next());
    }

    /** Ours, eight values together; the figure is per value. */
    @Benchmark
    @OperationsPerInvocation(BATCH)
    public List<String> maskwireBatchOfEight() {
        batch = (batch + 1) & (batches.size() - 1);
        return pseudonyms.preserveFormat("card", PreservedFormat.DIGITS, batches.get(batch));
    }

    /** Ours, eight values one behind the other, masked where they lie; the figure is per value. */
    @Benchmark
    @OperationsPerInvocation(BATCH)
    public int maskwireColumnOfEight() {
        return pseudonyms.preserveFormat("card", PreservedFormat.DIGITS, column, LENGTH);
    }

    /** BouncyCastle's engine with the conversion of digits it leaves to its caller. */
    @Benchmark
    public String bouncyCastle() {
        byte[] digits = inputs.next().getBytes(StandardCharsets.ISO_8859_1);
        for (int i = 0; i < digits.length; i++) {
            digits[i] = (byte) (digits[i] - '0');
        }
        bouncyCastle.processBlock(digits, 0, digits.length, digits, 0);
        for (int i = 0; i < digits.length; i++) {
            digits[i] = (byte) (digits[i] + '0');
        }
        return new String(digits, StandardCharsets.ISO_8859_1);
    }

    /** The library of idealista. */
    @Benchmark
    public String idealista() {
        return idealista.encrypt(inputs.next(), TWEAK);
    }
}
