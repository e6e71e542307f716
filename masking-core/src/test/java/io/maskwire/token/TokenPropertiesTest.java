package io.maskwire.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.maskwire.policy.Alphabet;
import io.maskwire.policy.Luhn;
import io.maskwire.policy.Normalizer;
import io.maskwire.policy.PreservedFormat;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for every value, tried on seeded random ones. */
class TokenPropertiesTest {

    private final Pseudonyms pseudonyms = Pseudonyms.of(TestRings.withPrimary("k1"), "");
    private final Originals originals = Originals.of(TestRings.withPrimary("k2"), "");

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 15, 16, 17, 100, 1 << 12, 1 << 20})
    void everyTextComesBack(int mostCharacters) {
        Random random = new Random(mostCharacters);
        for (int i = 0; i < Math.max(3, 2_000 / (mostCharacters + 1)); i++) {
            String original = text(random, i == 0 ? mostCharacters : random.nextInt(mostCharacters + 1));

            String token = pseudonyms.tokenize("d", original);

            assertThat(originals.ofToken("d", token)).contains(original);
            assertThat(pseudonyms.tokenize("d", token)).isEqualTo(token);
        }
    }

    @Test
    void differentTextsGetDifferentTokens() {
        Random random = new Random(7);
        Set<String> values = new HashSet<>();
        Set<String> tokens = new HashSet<>();
        for (int i = 0; i < 20_000; i++) {
            String value = text(random, random.nextInt(20));
            values.add(value);
            tokens.add(pseudonyms.tokenize("d", value));
        }

        assertThat(tokens).hasSameSizeAs(values);
    }

    @Test
    void aTokenTellsTheLengthInStepsOfSixteenBytesOnly() {
        Set<Integer> lengths = new HashSet<>();
        for (int length = 0; length < 16; length++) {
            lengths.add(pseudonyms.tokenize("d", "a".repeat(length)).length());
        }

        assertThat(lengths).hasSize(1);
    }

    @Test
    void oneValueLooksUnrelatedInEveryDomainTenantKeyAndMask() {
        List<String> bodies = new ArrayList<>();
        for (String tenant : List.of("", "acme")) {
            for (String kid : List.of("k1", "k2")) {
                Pseudonyms those = Pseudonyms.of(TestRings.withPrimary(kid), tenant);
                for (String domain : List.of("a", "b")) {
                    String value = "4111111111111111";
                    bodies.add(those.tokenize(domain, value).substring(7));
                    bodies.add(those.hash(domain, Normalizer.NONE, value).substring(7));
                    bodies.add(those.hash(domain, Normalizer.DIGITS, value).substring(7));
                    bodies.add(those.preserveFormat(domain, PreservedFormat.DIGITS, value));
                    bodies.add(those.preserveFormat(domain, format(Alphabet.ALPHANUMERIC_LOWER), value));
                }
            }
        }

        assertThat(bodies.stream().map(body -> body.substring(0, 8)))
                .hasSize(40)
                .doesNotHaveDuplicates();
    }

    @Test
    void tenantAndDomainDoNotRunIntoEachOther() {
        Pseudonyms one = Pseudonyms.of(TestRings.withPrimary("k1"), "ab");
        Pseudonyms other = Pseudonyms.of(TestRings.withPrimary("k1"), "a");

        assertThat(one.tokenize("c", "x")).isNotEqualTo(other.tokenize("bc", "x"));
        assertThat(one.hash("c", Normalizer.NONE, "x")).isNotEqualTo(other.hash("bc", Normalizer.NONE, "x"));
        assertThat(one.preserveFormat("c", PreservedFormat.DIGITS, "123456"))
                .isNotEqualTo(other.preserveFormat("bc", PreservedFormat.DIGITS, "123456"));
    }

    @Test
    void anInventedTokenIsMaskedLikeAnythingElse() {
        Random random = new Random(11);
        byte[] start = "mw1.k1.".getBytes(StandardCharsets.US_ASCII);
        for (int i = 0; i < 2_000; i++) {
            byte[] body = new byte[16 * (2 + random.nextInt(3))];
            random.nextBytes(body);
            String invented = Base64Url.text(start, body);

            assertThat(originals.ofToken("d", invented)).isEmpty();
            assertThat(pseudonyms.tokenize("d", invented)).isNotEqualTo(invented);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "mw1",
                "mw1.",
                "mw1..",
                "mw1.k1",
                "mw1.k1.",
                "mw1.k9.AAAA",
                "mw1.k1.A",
                "mw1.k1.ä",
                "mw1.k1.="
            })
    void whatIsNoTokenHasNoOriginal(String text) {
        assertThat(originals.ofToken("d", text)).isEmpty();
        assertThat(originals.ofToken("d", pseudonyms.tokenize("d", text))).contains(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"4111\ud800", "\udc004111", "\ud800\ud800", "\ud83d", "4111\ud83d4111"})
    void anUnpairedSurrogateIsRefusedAndNotQuoted(String original) {
        assertThatThrownBy(() -> pseudonyms.tokenize("d", original))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("4111");
    }

    private static PreservedFormat format(String alphabet) {
        return new PreservedFormat(Alphabet.of(alphabet), "", 0, 0, Luhn.NONE);
    }

    /** Characters of one to four bytes of UTF-8. */
    private static String text(Random random, int characters) {
        StringBuilder text = new StringBuilder();
        boolean isAscii = random.nextBoolean();
        while (text.length() < characters) {
            int kind = isAscii ? 0 : random.nextInt(4);
            switch (kind) {
                case 0 -> text.append((char) random.nextInt(0x80));
                case 1 -> text.append((char) (0x80 + random.nextInt(0x780)));
                case 2 -> text.append((char) (0x800 + random.nextInt(0xd000)));
                default -> text.appendCodePoint(0x10000 + random.nextInt(0x100000));
            }
        }
        return text.toString();
    }
}
