package io.maskwire.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Big integers as a second opinion on the arithmetic of FF1. */
class ModulusTest {

    static List<BigInteger> longModuli() {
        List<BigInteger> moduli = new ArrayList<>();
        for (int bits = 1; bits < 63; bits++) {
            BigInteger power = BigInteger.ONE.shiftLeft(bits);
            moduli.addAll(
                    List.of(power, power.add(BigInteger.ONE), power.add(power).subtract(BigInteger.ONE)));
        }
        for (int digits = 1; digits <= 18; digits++) {
            moduli.add(BigInteger.TEN.pow(digits));
        }
        return moduli;
    }

    @ParameterizedTest
    @MethodSource("longModuli")
    void longsAgree(BigInteger m) {
        Modulus modulus = new Modulus(m);
        Random random = new Random(m.longValue());
        for (BigInteger y : numbers(random, m, 64)) {
            assertThat(modulus.of(y.longValue())).isEqualTo(y.mod(m).longValue());
        }
        for (BigInteger y : numbers(random, m, 96)) {
            long high = y.shiftRight(64).longValue();
            assertThat(modulus.of(high, y.longValue())).isEqualTo(y.mod(m).longValue());
        }
        for (BigInteger a : numbers(random, m, 62)) {
            BigInteger x = a.mod(m);
            BigInteger y = m.subtract(BigInteger.ONE);
            assertThat(modulus.plus(x.longValue(), y.longValue()))
                    .isEqualTo(x.add(y).mod(m).longValue());
            assertThat(modulus.minus(x.longValue(), y.longValue()))
                    .isEqualTo(x.subtract(y).mod(m).longValue());
        }
    }

    static List<BigInteger> narrowModuli() {
        return longModuli().stream()
                .filter(m -> m.compareTo(BigInteger.valueOf(5)) >= 0 && m.bitLength() <= 32)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("narrowModuli")
    void aSumWithAnyLongAgrees(BigInteger m) {
        Modulus modulus = new Modulus(m);
        Random random = new Random(m.longValue());
        List<BigInteger> halves = List.of(BigInteger.ZERO, m.subtract(BigInteger.ONE), m.shiftRight(1));
        for (BigInteger y : numbers(random, m, 64)) {
            for (BigInteger a : halves) {
                assertThat(modulus.plusAny(a.longValue(), y.longValue()))
                        .isEqualTo(a.add(y).mod(m).longValue());
            }
        }
    }

    static List<BigInteger> limbModuli() {
        Random random = new Random(2);
        List<BigInteger> moduli = new ArrayList<>();
        for (int limbs = 2; limbs <= 12; limbs++) {
            int bits = 32 * limbs;
            BigInteger half = BigInteger.ONE.shiftLeft(bits - 1);
            moduli.addAll(List.of(
                    half,
                    half.add(BigInteger.ONE),
                    half.add(BigInteger.ONE.shiftLeft(32)).subtract(BigInteger.ONE),
                    BigInteger.ONE.shiftLeft(bits).subtract(BigInteger.ONE),
                    new BigInteger(bits - 1, random).setBit(bits - 7),
                    // Its second limb is large and its first small: quotients are guessed too high.
                    half.add(BigInteger.ONE.shiftLeft(bits - 32)).subtract(BigInteger.ONE)));
        }
        return moduli;
    }

    @ParameterizedTest
    @MethodSource("limbModuli")
    void limbsAgree(BigInteger m) {
        int length = m.bitLength() / 32 + 2;
        LimbModulus modulus = new LimbModulus(m, length);
        Random random = new Random(m.intValue());
        for (BigInteger y : numbers(random, m, 32 * length)) {
            for (BigInteger half :
                    List.of(BigInteger.ZERO, BigInteger.ONE, m.shiftRight(1), m.subtract(BigInteger.ONE))) {
                int[] sum = Limbs.of(half, length);
                modulus.plus(sum, Limbs.of(y, length + 1));
                assertThat(number(sum)).isEqualTo(half.add(y).mod(m));

                int[] difference = Limbs.of(half, length);
                modulus.minus(difference, Limbs.of(y, length + 1));
                assertThat(number(difference)).isEqualTo(half.subtract(y).mod(m));
            }
        }
    }

    /** The ends of the range, multiples of the modulus and their neighbours, and random numbers. */
    private static List<BigInteger> numbers(Random random, BigInteger m, int bits) {
        BigInteger end = BigInteger.ONE.shiftLeft(bits);
        List<BigInteger> numbers =
                new ArrayList<>(List.of(BigInteger.ZERO, BigInteger.ONE, end.subtract(BigInteger.ONE)));
        for (int i = 0; i < 40; i++) {
            numbers.add(new BigInteger(bits, random));
            BigInteger multiple = new BigInteger(bits, random).divide(m).multiply(m);
            BigInteger last = end.subtract(BigInteger.ONE).divide(m).multiply(m);
            for (BigInteger near : List.of(multiple, last)) {
                numbers.addAll(List.of(near, near.add(BigInteger.ONE), near.subtract(BigInteger.ONE)));
            }
        }
        return numbers.stream()
                .filter(n -> n.signum() >= 0 && n.bitLength() <= bits)
                .toList();
    }

    private static BigInteger number(int[] limbs) {
        BigInteger number = BigInteger.ZERO;
        for (int i = limbs.length - 1; i >= 0; i--) {
            number = number.shiftLeft(32).add(BigInteger.valueOf(limbs[i] & 0xffffffffL));
        }
        return number;
    }
}
