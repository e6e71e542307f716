package io.maskwire.declaration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Damaged declarations: nothing but a {@link DeclarationException} comes out, and no piece of data in it. */
class MutationTest {

    private static final Pattern WORD = Pattern.compile("[A-Za-z0-9./$-]+");
    private static final int ROUNDS = 1_000;
    private static final SchemaCheck SCHEMA = SchemaCheck.of("maskwire.schema.json");

    /** Synthetic data, as somebody might paste it into the wrong file. */
    private static final List<String> CANARIES = List.of(
            "4111111111111111",
            "4111 1111 1111 1111",
            "4111-1111-1111-1111",
            "zoe.keller@example.com",
            "DE89370400440532013000",
            "Zoë Keller",
            "078-05-1120",
            "+4915112345678");

    private static final List<String> PIECES = List.of(
            "{",
            "}",
            "[",
            "]",
            ":",
            ": ",
            ",",
            "- ",
            "\n",
            "\n  ",
            "\r",
            "#",
            " #",
            "&a ",
            "*a",
            "!t ",
            "<<: ",
            "~",
            "null",
            "true",
            "1",
            "0x10",
            "1e3",
            "\"",
            "'",
            "|",
            ">",
            "%",
            "@",
            "`",
            "---\n",
            "...\n",
            "\t",
            "\u0000",
            "\uFEFF",
            "\u2028",
            "\ud83d",
            "🚀",
            "ı",
            "İ",
            "$..a",
            "$.a[*]",
            "redact",
            "hash",
            "clear",
            "only",
            "mask",
            "pan",
            "pay/payments",
            "role:x",
            "service:web",
            "external:mail",
            "anonymous",
            "http",
            "jdbc",
            "carries",
            "sends",
            "classpath:",
            "../",
            "/",
            "10.0.0.0/8",
            "::/0",
            "{}",
            "[]");

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void aDamagedDeclarationIsReadOrRefused(long seed) throws IOException {
        Random random = new Random(seed);
        List<String> texts = seeds();
        for (int round = 0; round < ROUNDS; round++) {
            String text = texts.get(random.nextInt(texts.size()));
            for (int changes = 1 + random.nextInt(3); changes > 0; changes--) {
                text = changed(text, random, PIECES);
            }
            outcome(text);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14})
    void noMessageQuotesDataInTheWrongPlace(long seed) throws IOException {
        Random random = new Random(seed);
        List<String> texts = seeds();
        for (int round = 0; round < ROUNDS; round++) {
            String canary = CANARIES.get(random.nextInt(CANARIES.size()));
            String text = withCanary(texts.get(random.nextInt(texts.size())), canary, random);
            String message = outcome(text);
            assertThat(message).as("the message for\n%s", text).doesNotContain(canary);
            assertThat(message.replaceAll("[^0-9]", ""))
                    .as("the digits of the message for\n%s", text)
                    .doesNotContain("4111111111111111");
        }
    }

    @Test
    void theTestsBeginWithGoodAndBadDeclarations() throws IOException {
        assertThat(seeds()).hasSizeGreaterThan(100);
        assertThat(seeds())
                .anyMatch(text -> outcome(text).isEmpty())
                .anyMatch(text -> !outcome(text).isEmpty());
    }

    /** The message, or nothing if the declaration was read; then an editor must not find anything wrong either. */
    private static String outcome(String text) {
        try {
            Declarations.read(DeclarationSource.text("maskwire.yml", text));
        } catch (DeclarationException e) {
            assertThat(e.problems()).isNotEmpty().allSatisfy(problem -> {
                assertThat(problem.place().line()).isPositive();
                assertThat(problem.place().column()).isPositive();
                assertThat(problem.problem() + problem.remedy()).doesNotContain("\n", "\r", "\u2028", "\ud83d");
            });
            return e.getMessage();
        }
        assertThat(SCHEMA.accepts(text)).as("the schema accepts\n%s", text).isTrue();
        return "";
    }

    private static String changed(String text, Random random, List<String> pieces) {
        int from = random.nextInt(text.length() + 1);
        int to = Math.min(text.length(), from + random.nextInt(6));
        return switch (random.nextInt(4)) {
            case 0 -> text.substring(0, from) + text.substring(to);
            case 1 -> text.substring(0, from) + pieces.get(random.nextInt(pieces.size())) + text.substring(to);
            case 2 -> text.substring(0, from) + pieces.get(random.nextInt(pieces.size())) + text.substring(from);
            default -> text.substring(0, to) + text.substring(from);
        };
    }

    /** Puts data where a word of the declaration was, as it is or in quotes. */
    private static String withCanary(String text, String canary, Random random) {
        List<int[]> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(text);
        while (matcher.find()) {
            words.add(new int[] {matcher.start(), matcher.end()});
        }
        int[] word = words.get(random.nextInt(words.size()));
        String data = random.nextBoolean() ? canary : "\"" + canary + "\"";
        return text.substring(0, word[0]) + data + text.substring(word[1]);
    }

    private static List<String> seeds() throws IOException {
        String example;
        try (InputStream in = MutationTest.class.getResourceAsStream("/declarations/orders.yml")) {
            example = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        }
        // The include can't be found from a text, so without its line the example is a good declaration.
        String readable = example.substring(example.indexOf('\n') + 1);
        return Stream.concat(
                        Stream.of(example, readable, readable, readable),
                        Stream.concat(
                                Arrays.stream(readable.split("(?m)^(?=[a-z])")),
                                BrokenDeclarationsTest.cases().map(BrokenDeclarationsTest.Case::text)))
                .filter(text -> !text.isBlank())
                .toList();
    }
}
