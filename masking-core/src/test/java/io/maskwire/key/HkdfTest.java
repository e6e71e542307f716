package io.maskwire.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.generators.HKDFBytesGenerator;
import org.bouncycastle.crypto.params.HKDFParameters;
import org.junit.jupiter.api.Test;

/** The test cases of RFC 5869, appendix A.1 to A.3 (those with SHA-256). */
class HkdfTest {

    @Test
    void basicCase() {
        check(
                "0b".repeat(22),
                "000102030405060708090a0b0c",
                "f0f1f2f3f4f5f6f7f8f9",
                "3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865");
    }

    @Test
    void longInputsAndOutputs() {
        check(
                range(0x00, 0x4f),
                range(0x60, 0xaf),
                range(0xb0, 0xff),
                "b11e398dc80327a1c8e7f78c596a49344f012eda2d4efad8a050cc4c19afa97c59045a99cac7827271cb41c65e590e09"
                        + "da3275600c2f09b8367793a9aca3db71cc30c58179ec3e87c14c01d5c1f3434f1d87");
    }

    @Test
    void noSaltAndNoInfo() {
        check(
                "0b".repeat(22),
                "",
                "",
                "8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d9d201395faa4b61a96c8");
    }

    @Test
    void theLongestOutputRfc5869AllowsIsThatOfBouncyCastle() {
        byte[] key = KeyRingTest.key(1);
        byte[] salt = KeyRingTest.key(2);
        byte[] info = KeyRingTest.key(3);
        HKDFBytesGenerator theirs = new HKDFBytesGenerator(new SHA256Digest());
        theirs.init(new HKDFParameters(key, salt, info));
        byte[] expected = new byte[8160];
        theirs.generateBytes(expected, 0, expected.length);

        assertThat(Hkdf.derive(key, salt, info, 8160)).isEqualTo(expected);
    }

    @Test
    void moreThanRfc5869AllowsIsRefused() {
        assertThatThrownBy(() -> Hkdf.derive(new byte[32], new byte[0], new byte[0], 8161))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("8160");
    }

    private static void check(String key, String salt, String info, String expected) {
        HexFormat hex = HexFormat.of();
        byte[] okm = Hkdf.derive(hex.parseHex(key), hex.parseHex(salt), hex.parseHex(info), expected.length() / 2);

        assertThat(hex.formatHex(okm)).isEqualTo(expected);
    }

    private static String range(int first, int last) {
        StringBuilder hex = new StringBuilder();
        for (int b = first; b <= last; b++) {
            hex.append(HexFormat.of().toHexDigits((byte) b));
        }
        return hex.toString();
    }
}
