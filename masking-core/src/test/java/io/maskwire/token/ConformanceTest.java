package io.maskwire.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.maskwire.Masking;
import io.maskwire.key.KeyMaterial;
import io.maskwire.key.KeyRing;
import io.maskwire.key.Purpose;
import io.maskwire.policy.Alphabet;
import io.maskwire.policy.Audience;
import io.maskwire.policy.Luhn;
import io.maskwire.policy.MaskingPolicy;
import io.maskwire.policy.Masks;
import io.maskwire.policy.Normalizer;
import io.maskwire.policy.PreservedFormat;
import io.maskwire.policy.Subject;
import io.maskwire.policy.UnmaskableException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The vectors of docs/token-format.md, which were computed by another implementation in another language. A change that
 * fails here makes every stored token, hash and preserved value unreadable.
 */
class ConformanceTest {

    private static final JsonNode VECTORS = vectors();

    private static JsonNode vectors() {
        try (InputStream json = ConformanceTest.class.getResourceAsStream("/conformance/token-format.json")) {
            return JsonMapper.shared().readTree(json);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @ParameterizedTest
    @MethodSource
    void subkeys(JsonNode v) {
        Purpose purpose = Purpose.valueOf(text(v, "purpose").toUpperCase(Locale.ROOT));
        byte[] subkey = ring(v).subkey(text(v, "kid"), purpose, text(v, "tenant"), text(v, "domain"), text(v, "extra"));

        assertThat(HexFormat.of().formatHex(subkey)).isEqualTo(text(v, "subkey"));
    }

    @ParameterizedTest
    @MethodSource
    void hashes(JsonNode v) {
        Normalizer normalizer = Normalizer.valueOf(
                text(v, "normalizer").toUpperCase(Locale.ROOT).replace('-', '_'));

        assertThat(normalizer.normalize(text(v, "original"))).isEqualTo(text(v, "normalized"));
        assertThat(pseudonyms(v).hash(text(v, "domain"), normalizer, text(v, "original")))
                .isEqualTo(text(v, "hash"));
        assertThat(pseudonyms(v).hash(text(v, "domain"), normalizer, text(v, "hash")))
                .isEqualTo(text(v, "hash"));
    }

    @ParameterizedTest
    @MethodSource
    void tokens(JsonNode v) {
        assertThat(pseudonyms(v).tokenize(text(v, "domain"), text(v, "original")))
                .isEqualTo(text(v, "token"));
        assertThat(pseudonyms(v).tokenize(text(v, "domain"), text(v, "token"))).isEqualTo(text(v, "token"));
        assertThat(originals(v).ofToken(text(v, "domain"), text(v, "token"))).contains(text(v, "original"));
    }

    @ParameterizedTest
    @MethodSource
    void refusedTokens(JsonNode v) {
        String domain = text(v, "domain");
        String masked = pseudonyms(v).tokenize(domain, text(v, "token"));

        assertThat(originals(v).ofToken(domain, text(v, "token"))).isEmpty();
        assertThat(masked).isNotEqualTo(text(v, "token"));
        assertThat(originals(v).ofToken(domain, masked)).contains(text(v, "token"));
    }

    @ParameterizedTest
    @MethodSource
    void ff1(JsonNode v) {
        HexFormat hex = HexFormat.of();
        Ff1 ff1 = new Ff1(hex.parseHex(text(v, "key")), v.get("radix").intValue());
        byte[] tweak = hex.parseHex(text(v, "tweak"));

        assertThat(Ff1Test.encrypt(ff1, tweak, numerals(v, "plaintext"))).isEqualTo(numerals(v, "ciphertext"));
        assertThat(Ff1Test.decrypt(ff1, tweak, numerals(v, "ciphertext"))).isEqualTo(numerals(v, "plaintext"));
    }

    @ParameterizedTest
    @MethodSource
    void preserved(JsonNode v) {
        String original = text(v, "original");
        String masked = text(v, "masked");

        assertThat(pseudonyms(v).preserveFormat(text(v, "domain"), format(v), original))
                .isEqualTo(masked);
        assertThat(pseudonyms(v).preserveFormat(text(v, "domain"), format(v), List.of(original)))
                .containsExactly(masked);
        assertThat(originals(v).ofPreserved(text(v, "domain"), format(v), text(v, "kid"), masked))
                .contains(original);
    }

    @ParameterizedTest
    @MethodSource
    void refusedOriginals(JsonNode v) {
        UnmaskableException.Reason because = UnmaskableException.Reason.valueOf(
                text(v, "because").toUpperCase(Locale.ROOT).replace('-', '_'));

        assertThatThrownBy(() -> pseudonyms(v).preserveFormat(text(v, "domain"), format(v), text(v, "original")))
                .isInstanceOfSatisfying(
                        UnmaskableException.class, e -> assertThat(e.reason()).isEqualTo(because));
    }

    @ParameterizedTest
    @MethodSource
    void moved(JsonNode v) {
        int shift = pseudonyms(v).shift(text(v, "domain"), v.get("days").intValue(), Subject.of(text(v, "subject")));

        assertThat(shift).isEqualTo(v.get("shift").intValue());
        assertThat(masked(v)).isEqualTo(text(v, "masked"));
    }

    private static String masked(JsonNode v) {
        MaskingPolicy policy = MaskingPolicy.builder()
                .dataClass("c", Masks.shiftDate(text(v, "domain"), v.get("days").intValue()))
                .build();
        return Masking.builder(policy)
                .keys(ring(v))
                .tenant(text(v, "tenant"))
                .build()
                .mask("c", text(v, "original"), Audience.anonymous(), Subject.of(text(v, "subject")));
    }

    /** The page is enough: a program in another language, written from it, reads all that Java wrote. */
    @Test
    void theDecoderInAnotherLanguageAgrees() throws IOException, InterruptedException {
        assumeThat(hasNode())
                .as("node is not on the path; the decoder is not tried")
                .isTrue();
        Path project = Path.of(System.getProperty("basedir", ".")).resolve("..").normalize();
        Process node = new ProcessBuilder(
                        "node",
                        project.resolve("docs/token-format/decode.mjs").toString(),
                        project.resolve("masking-core/src/test/resources/conformance/token-format.json")
                                .toString())
                .redirectErrorStream(true)
                .start();
        String output = new String(node.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(node.waitFor()).as(output).isZero();
        assertThat(output).matches("[1-9]\\d\\d right, 0 wrong\\R");
        assertThat(Files.readString(project.resolve("docs/token-format.md"))).contains(output.strip());
    }

    private static boolean hasNode() throws InterruptedException {
        try {
            return new ProcessBuilder("node", "--version").start().waitFor() == 0;
        } catch (IOException notThere) {
            return false;
        }
    }

    private static Pseudonyms pseudonyms(JsonNode v) {
        return Pseudonyms.of(ring(v), text(v, "tenant"));
    }

    private static Originals originals(JsonNode v) {
        return Originals.of(ring(v), text(v, "tenant"));
    }

    private static KeyRing ring(JsonNode v) {
        Map<String, byte[]> keys = new HashMap<>();
        VECTORS.get("ring")
                .properties()
                .forEach(key -> keys.put(
                        key.getKey(), HexFormat.of().parseHex(key.getValue().stringValue())));
        return KeyRing.from(() -> KeyMaterial.of(text(v, "kid"), keys));
    }

    private static PreservedFormat format(JsonNode v) {
        return new PreservedFormat(
                Alphabet.of(text(v, "alphabet")),
                text(v, "separators"),
                v.get("keepFirst").intValue(),
                v.get("keepLast").intValue(),
                Luhn.valueOf(text(v, "luhn").toUpperCase(Locale.ROOT)));
    }

    private static int[] numerals(JsonNode v, String name) {
        return v.get(name).values().stream().mapToInt(JsonNode::intValue).toArray();
    }

    private static String text(JsonNode v, String name) {
        return v.get(name).stringValue();
    }

    private static Stream<JsonNode> all(String name) {
        return new ArrayList<>(VECTORS.get(name).values()).stream();
    }

    static Stream<JsonNode> subkeys() {
        return all("subkeys");
    }

    static Stream<JsonNode> hashes() {
        return all("hashes");
    }

    static Stream<JsonNode> tokens() {
        return all("tokens");
    }

    static Stream<JsonNode> refusedTokens() {
        return all("refusedTokens");
    }

    static Stream<JsonNode> ff1() {
        return all("ff1");
    }

    static Stream<JsonNode> preserved() {
        return all("preserved");
    }

    static Stream<JsonNode> moved() {
        return all("moved");
    }

    static Stream<JsonNode> refusedOriginals() {
        return all("refusedOriginals");
    }
}
