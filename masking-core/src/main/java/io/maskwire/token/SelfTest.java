package io.maskwire.token;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * Published answers, asked of this Java runtime once before the first key is used: a security provider that computes
 * something else would mask in a way nobody could ever read.
 */
final class SelfTest {

    private static final HexFormat HEX = HexFormat.of();
    private static volatile boolean isPassed;

    private SelfTest() {}

    /**
     * Asks, the first time.
     *
     * @throws IllegalStateException if an answer is wrong
     */
    static void pass() {
        if (!isPassed) {
            ask();
            isPassed = true;
        }
    }

    static void ask() {
        hmac();
        aesSiv();
        ff1();
    }

    /** RFC 4231, test case 2. */
    private static void hmac() {
        byte[] code = new HmacSha256(ascii("Jefe")).of(ascii("what do ya want for nothing?"));
        check("HMAC-SHA-256", "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843", code);
    }

    /** RFC 5297, appendix A.1. */
    private static void aesSiv() {
        byte[] key = HEX.parseHex("fffefdfcfbfaf9f8f7f6f5f4f3f2f1f0f0f1f2f3f4f5f6f7f8f9fafbfcfdfeff");
        byte[] associated = HEX.parseHex("101112131415161718191a1b1c1d1e1f2021222324252627");
        byte[] plaintext = HEX.parseHex("112233445566778899aabbccddee");
        String expected = "85632d07c6e8f37f950acd320a2ecc9340c02b9690c4dc04daef7f6afe5c";
        AesSiv siv = new AesSiv(key, associated);
        check("AES-SIV", expected, siv.encrypt(plaintext));
        byte[] opened = siv.decrypt(HEX.parseHex(expected));
        check("AES-SIV", HEX.formatHex(plaintext), opened == null ? new byte[0] : opened);
    }

    /** The seventh of NIST's samples for SP 800-38G. */
    private static void ff1() {
        Ff1 ff1 = new Ff1(HEX.parseHex("2b7e151628aed2a6abf7158809cf4f3cef4359d8d580aa4f7f036d6f04fc6a94"), 10);
        Ff1Input input = new Ff1Input(10);
        Arrays.setAll(input.numerals, i -> i);
        input.part(0, 10);
        ff1.encrypt(input);
        check("FF1", "06060507060607000009", bytes(input.numerals));
        ff1.decrypt(input);
        check("FF1", "00010203040506070809", bytes(input.numerals));
    }

    private static byte[] bytes(int[] numerals) {
        byte[] bytes = new byte[numerals.length];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) numerals[i];
        }
        return bytes;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    static void check(String algorithm, String expected, byte[] actual) {
        if (!HEX.formatHex(actual).equals(expected)) {
            throw new IllegalStateException("This Java runtime computes " + algorithm
                    + " otherwise than its standard; change the order of its security providers");
        }
    }
}
