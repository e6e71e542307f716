package io.maskwire.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The vectors of the Wycheproof project; name the folder of its checkout with {@code -Dwycheproof=…/testvectors_v1}. */
@EnabledIfSystemProperty(named = "wycheproof", matches = ".+", disabledReason = "give -Dwycheproof=…/testvectors_v1")
class HkdfWycheproofTest {

    @Test
    void hkdfAgreesAndRefusesMoreThanThereIs() {
        List<JsonNode> tests = JsonMapper.shared()
                .readTree(Path.of(System.getProperty("wycheproof"), "hkdf_sha256_test.json"))
                .get("testGroups")
                .values()
                .stream()
                .flatMap(group -> group.get("tests").values().stream())
                .toList();
        for (JsonNode test : tests) {
            int size = test.get("size").intValue();
            if (test.get("result").stringValue().equals("valid")) {
                assertThat(derive(test, size)).as(test.toString()).isEqualTo(hex(test, "okm"));
            } else {
                assertThatIllegalArgumentException()
                        .as(test.toString())
                        .isThrownBy(() -> derive(test, size))
                        .withMessageContaining("8160");
            }
        }
        assertThat(tests).hasSize(86);
    }

    private static byte[] derive(JsonNode test, int size) {
        return Hkdf.derive(hex(test, "ikm"), hex(test, "salt"), hex(test, "info"), size);
    }

    private static byte[] hex(JsonNode test, String name) {
        return HexFormat.of().parseHex(test.get(name).stringValue());
    }
}
