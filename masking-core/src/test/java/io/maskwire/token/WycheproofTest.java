package io.maskwire.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The vectors of the Wycheproof project, which are not part of this repository: check it out and name its folder with
 * {@code -Dwycheproof=…/testvectors_v1}.
 */
@EnabledIfSystemProperty(named = "wycheproof", matches = ".+", disabledReason = "give -Dwycheproof=…/testvectors_v1")
class WycheproofTest {

    private static final HexFormat HEX = HexFormat.of();

    @Test
    void aesSivAgrees() {
        List<JsonNode> tests = cases("aes_siv_cmac_test.json");
        for (JsonNode test : tests) {
            AesSiv siv = new AesSiv(hex(test, "key"), hex(test, "aad"));
            check(test, siv, hex(test, "msg"), hex(test, "ct"));
        }
        assertThat(tests).hasSize(442);
    }

    /** With a nonce, which is the last associated data (RFC 5297, section 3). */
    @Test
    void aesSivWithANonceAgrees() {
        List<JsonNode> tests = cases("aead_aes_siv_cmac_test.json");
        for (JsonNode test : tests) {
            AesSiv siv = new AesSiv(hex(test, "key"), hex(test, "aad"), hex(test, "iv"));
            byte[] text =
                    HEX.parseHex(test.get("tag").stringValue() + test.get("ct").stringValue());
            check(test, siv, hex(test, "msg"), text);
        }
        assertThat(tests).hasSize(900);
    }

    private static void check(JsonNode test, AesSiv siv, byte[] plaintext, byte[] text) {
        if (isValid(test)) {
            assertThat(siv.encrypt(plaintext)).as(test.toString()).isEqualTo(text);
            assertThat(siv.decrypt(text)).as(test.toString()).isEqualTo(plaintext);
        } else {
            assertThat(siv.decrypt(text)).as(test.toString()).isNull();
        }
    }

    @Test
    void cmacAgrees() {
        List<JsonNode> tests = cases("aes_cmac_test.json").stream()
                .filter(test -> !flagged(test, "InvalidKeySize"))
                .toList();
        for (JsonNode test : tests) {
            SecretKeySpec key = new SecretKeySpec(hex(test, "key"), "AES");
            Block mac = new Cmac(key).of(hex(test, "msg"), new Cmac.Chain(new Aes(key)));
            String text = HEX.toHexDigits(mac.high()) + HEX.toHexDigits(mac.low());

            assertThat(text.equals(test.get("tag").stringValue()))
                    .as(test.toString())
                    .isEqualTo(isValid(test));
        }
        assertThat(tests).hasSize(306);
    }

    @Test
    void hmacAgrees() {
        List<JsonNode> tests = cases("hmac_sha256_test.json");
        for (JsonNode test : tests) {
            String text = HEX.formatHex(new HmacSha256(hex(test, "key")).of(hex(test, "msg")));

            // Some are published cut off.
            assertThat(text.startsWith(test.get("tag").stringValue()))
                    .as(test.toString())
                    .isEqualTo(isValid(test));
        }
        assertThat(tests).hasSize(174);
    }

    /** Cases that must fail have numerals, lengths or keys that no caller of ours can make. */
    @ParameterizedTest
    @ValueSource(ints = {10, 16, 26, 32, 36, 45, 62, 64, 85, 255, 256, 65535, 65536})
    void ff1Agrees(int radix) {
        List<JsonNode> tests = cases("aes_ff1_radix" + radix + "_test.json").stream()
                .filter(WycheproofTest::isValid)
                .toList();
        for (JsonNode test : tests) {
            Ff1 ff1 = new Ff1(hex(test, "key"), radix);
            int[] text = numerals(test, "msg");
            int[] encrypted = numerals(test, "ct");
            byte[] tweak = hex(test, "tweak");

            assertThat(Ff1Test.encrypt(ff1, tweak, text)).as(test.toString()).isEqualTo(encrypted);
            assertThat(Ff1Test.decrypt(ff1, tweak, encrypted))
                    .as(test.toString())
                    .isEqualTo(text);
        }
        assertThat(tests).hasSizeGreaterThan(800);
    }

    private static int[] numerals(JsonNode test, String name) {
        return test.get(name).values().stream().mapToInt(JsonNode::intValue).toArray();
    }

    private static List<JsonNode> cases(String file) {
        JsonNode root = JsonMapper.shared().readTree(Path.of(System.getProperty("wycheproof"), file));
        return root.get("testGroups").values().stream()
                .flatMap(group -> group.get("tests").values().stream())
                .toList();
    }

    private static boolean isValid(JsonNode test) {
        return test.get("result").stringValue().equals("valid");
    }

    private static boolean flagged(JsonNode test, String flag) {
        return test.has("flags")
                && test.get("flags").values().stream()
                        .anyMatch(node -> node.stringValue().equals(flag));
    }

    private static byte[] hex(JsonNode test, String name) {
        return HEX.parseHex(test.get(name).stringValue());
    }
}
