package io.maskwire.token;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.SecretKeySpec;

/** FF1 as NIST SP 800-38G writes it down, algorithms 7 and 8, step by step and slowly: a second opinion. */
final class ReferenceFf1 {

    private final Cipher aes;
    private final int radix;

    ReferenceFf1(byte[] key, int radix) {
        try {
            this.aes = Cipher.getInstance("AES/ECB/NoPadding");
            aes.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
        this.radix = radix;
    }

    int[] encrypt(byte[] tweak, int[] text) {
        int u = text.length / 2;
        int v = text.length - u;
        int[] a = Arrays.copyOf(text, u);
        int[] b = Arrays.copyOfRange(text, u, text.length);
        for (int i = 0; i < 10; i++) {
            int m = i % 2 == 0 ? u : v;
            BigInteger y = f(tweak, text.length, i, b);
            int[] c = numerals(number(a).add(y).mod(power(m)), m);
            a = b;
            b = c;
        }
        return joined(a, b);
    }

    int[] decrypt(byte[] tweak, int[] text) {
        int u = text.length / 2;
        int v = text.length - u;
        int[] a = Arrays.copyOf(text, u);
        int[] b = Arrays.copyOfRange(text, u, text.length);
        for (int i = 9; i >= 0; i--) {
            int m = i % 2 == 0 ? u : v;
            BigInteger y = f(tweak, text.length, i, a);
            int[] c = numerals(number(b).subtract(y).mod(power(m)), m);
            b = a;
            a = c;
        }
        return joined(a, b);
    }

    private BigInteger f(byte[] tweak, int n, int i, int[] half) {
        int u = n / 2;
        int b = (power(n - u).subtract(BigInteger.ONE).bitLength() + 7) / 8;
        int d = 4 * ((b + 3) / 4) + 4;
        ByteBuffer p = ByteBuffer.allocate(16).put(new byte[] {1, 2, 1});
        p.put((byte) (radix >> 16)).putShort((short) radix).put((byte) 10).put((byte) u);
        p.putInt(n).putInt(tweak.length);
        int zeroes = Math.floorMod(-tweak.length - b - 1, 16);
        ByteBuffer q = ByteBuffer.allocate(tweak.length + zeroes + 1 + b);
        q.put(tweak).put(new byte[zeroes]).put((byte) i).put(bytes(number(half), b));
        byte[] r = new byte[16];
        for (byte[] part : new byte[][] {p.array(), q.array()}) {
            for (int at = 0; at < part.length; at += 16) {
                r = aes(xor(r, Arrays.copyOfRange(part, at, at + 16)));
            }
        }
        ByteBuffer s = ByteBuffer.allocate((d + 15) / 16 * 16).put(r);
        for (int j = 1; s.hasRemaining(); j++) {
            s.put(aes(xor(r, ByteBuffer.allocate(16).putInt(12, j).array())));
        }
        return new BigInteger(1, Arrays.copyOf(s.array(), d));
    }

    private byte[] aes(byte[] block) {
        try {
            return aes.doFinal(block);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] xor(byte[] one, byte[] other) {
        byte[] sum = one.clone();
        for (int i = 0; i < sum.length; i++) {
            sum[i] ^= other[i];
        }
        return sum;
    }

    private static byte[] bytes(BigInteger number, int length) {
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[length - 1 - i] = number.shiftRight(8 * i).byteValue();
        }
        return bytes;
    }

    private BigInteger power(int exponent) {
        return BigInteger.valueOf(radix).pow(exponent);
    }

    private BigInteger number(int[] numerals) {
        BigInteger number = BigInteger.ZERO;
        for (int numeral : numerals) {
            number = number.multiply(BigInteger.valueOf(radix)).add(BigInteger.valueOf(numeral));
        }
        return number;
    }

    private int[] numerals(BigInteger number, int length) {
        int[] numerals = new int[length];
        BigInteger left = number;
        for (int i = length - 1; i >= 0; i--) {
            BigInteger[] parts = left.divideAndRemainder(BigInteger.valueOf(radix));
            numerals[i] = parts[1].intValue();
            left = parts[0];
        }
        return numerals;
    }

    private static int[] joined(int[] a, int[] b) {
        int[] all = Arrays.copyOf(a, a.length + b.length);
        System.arraycopy(b, 0, all, a.length, b.length);
        return all;
    }
}
