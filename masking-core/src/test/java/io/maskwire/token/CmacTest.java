package io.maskwire.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The test vectors of RFC 4493, section 4 (AES-128), and of NIST's examples for AES-192 and AES-256. */
class CmacTest {

    private static final String MESSAGE = "6bc1bee22e409f96e93d7e117393172aae2d8a571e03ac9c9eb76fac45af8e51"
            + "30c81c46a35ce411e5fbc1191a0a52eff69f2445df4f9b17ad2b417be66c3710";
    private static final String KEY_128 = "2b7e151628aed2a6abf7158809cf4f3c";
    private static final String KEY_192 = "8e73b0f7da0e6452c810f32b809079e562f8ead2522c6b7b";
    private static final String KEY_256 = "603deb1015ca71be2b73aef0857d77811f352c073b6108d72d9810a30914dff4";

    @ParameterizedTest
    @CsvSource({
        KEY_128 + ", 0, bb1d6929e95937287fa37d129b756746",
        KEY_128 + ", 16, 070a16b46b4d4144f79bdd9dd04a287c",
        KEY_128 + ", 40, dfa66747de9ae63030ca32611497c827",
        KEY_128 + ", 64, 51f0bebf7e3b9d92fc49741779363cfe",
        KEY_192 + ", 0, d17ddf46adaacde531cac483de7a9367",
        KEY_192 + ", 16, 9e99a7bf31e710900662f65e617c5184",
        KEY_192 + ", 40, 8a1de5be2eb31aad089a82e6ee908b0e",
        KEY_192 + ", 64, a1d5df0eed790f794d77589659f39a11",
        KEY_256 + ", 0, 028962f61b7bf89efc6b551f4667d983",
        KEY_256 + ", 16, 28a7023f452e8f82bd4bf28d8c37c35c",
        KEY_256 + ", 40, aaf3d8f1de5640c232f5b169b9c911e6",
        KEY_256 + ", 64, e1992190549f6ed5696a2c056c315410",
    })
    void answersToThePublishedVectors(String key, int length, String expected) {
        HexFormat hex = HexFormat.of();
        SecretKeySpec aesKey = new SecretKeySpec(hex.parseHex(key), "AES");
        byte[] message = hex.parseHex(MESSAGE.substring(0, 2 * length));

        Block mac = new Cmac(aesKey).of(message, new Cmac.Chain(new Aes(aesKey)));

        assertThat(hex.toHexDigits(mac.high()) + hex.toHexDigits(mac.low())).isEqualTo(expected);
    }
}
