package io.maskwire.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.maskwire.Masking;
import io.maskwire.policy.Audience;
import io.maskwire.policy.Classification;
import io.maskwire.policy.FieldPath;
import io.maskwire.policy.MaskingPolicy;
import io.maskwire.policy.Masks;
import io.maskwire.policy.RedactStyle;
import io.maskwire.policy.Unclassified;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Bytes, strings and streams, whatever was masked before, give what the slow twin gives. */
class JsonTwinTest {

    /** How many documents; ten thousand take a second or two, a million a few minutes. */
    private static final int DOCUMENTS = Integer.getInteger("json.documents", 3000);

    private static final Audience DESK = Audience.role("desk");

    private static MaskingPolicy.Builder classes() {
        return MaskingPolicy.builder()
                .dataClass("email", Masks.redact().style(RedactStyle.EMAIL))
                .dataClass("pan", Masks.redact().keepLast(4))
                .dataClass("secret", Masks.erase())
                .dataClass("fixed", Masks.constant("\"\u0001é\""))
                .audience(DESK, grant -> grant.inClear("pan").mask("email", Masks.of(text -> "<" + text + ">")));
    }

    private static final List<Masking> MASKINGS = List.of(
            Masking.of(classes().build()),
            Masking.of(classes()
                    .field("$..email", "email")
                    .field("$..card*", "pan")
                    .field("$..*password*", "secret")
                    .build()),
            Masking.of(classes()
                    .field("$[*].email", "fixed")
                    .field("$[*].user..a", "secret")
                    .field("$.*.*.x-y", "email")
                    .field("$..users", "pan")
                    .field("$..['größe']", "fixed")
                    .field("$..ж", "email")
                    .field("$..['?']", "pan")
                    .field("$..['\"q\\\\']", "fixed")
                    .field(FieldPath.parse("$..cardNumber").exact(), Classification.ofClass("pan"))
                    .field("$..deep.*", "secret")
                    .build()),
            Masking.of(classes()
                    .unclassified(Unclassified.MASK)
                    .field("$..id", Masks.clear())
                    .field("$..user", "email")
                    .build()),
            Masking.of(classes().field("$", "email").field("$..a", "pan").build()));

    private static final int WINDOWS = 7;

    private static final List<JsonMasker> PLAIN =
            MASKINGS.stream().map(masking -> masking.json().withoutPrediction()).toList();

    /** Kept, so that they remember other documents. */
    private static final List<List<JsonMasker>> STREAMS = MASKINGS.stream()
            .map(masking -> IntStream.range(0, WINDOWS)
                    .mapToObj(i -> masking.json().window(64 + 40 * i))
                    .toList())
            .toList();

    @Test
    void everyFormGivesWhatTheTwinGives() {
        int valid = 0;
        for (int i = 0; i < DOCUMENTS; i++) {
            JsonGenerator generator = new JsonGenerator(i);
            byte[] document = generator.document().getBytes(StandardCharsets.UTF_8);
            check(i, document);
            byte[] broken = generator.broken(document);
            valid += check(i, broken) ? 1 : 0;
        }
        assertThat(valid).as("changed documents that are still JSON").isBetween(DOCUMENTS / 100, DOCUMENTS / 2);
    }

    private static boolean check(int i, byte[] document) {
        Masking masking = MASKINGS.get(i % MASKINGS.size());
        Audience audience = i % 3 == 0 ? DESK : Audience.anonymous();
        Optional<String> expected = Twin.mask(masking.engine(), audience, document);
        assertThat(bytes(masking.json(), document, audience)).as("bytes %d", i).isEqualTo(expected);
        assertThat(bytes(PLAIN.get(i % MASKINGS.size()), document, audience))
                .as("bytes %d without guessing", i)
                .isEqualTo(expected);
        int window = i % WINDOWS;
        assertThat(stream(STREAMS.get(i % MASKINGS.size()).get(window), document, audience))
                .as("stream %d", i)
                .isEqualTo(expected);
        decoded(document)
                .ifPresent(text -> assertThat(text(masking.json(), text, audience))
                        .as("string %d", i)
                        .isEqualTo(expected));
        return expected.isPresent();
    }

    private static Optional<String> bytes(JsonMasker masker, byte[] json, Audience audience) {
        try {
            return Optional.of(new String(masker.mask(json, audience), StandardCharsets.UTF_8));
        } catch (JsonException refused) {
            return Optional.empty();
        }
    }

    private static Optional<String> text(JsonMasker masker, String json, Audience audience) {
        try {
            return Optional.of(masker.mask(json, audience));
        } catch (JsonException refused) {
            return Optional.empty();
        }
    }

    static Optional<String> stream(JsonMasker masker, byte[] json, Audience audience) {
        ByteArrayOutputStream masked = new ByteArrayOutputStream();
        try {
            masker.mask(new ByteArrayInputStream(json), masked, audience);
            return Optional.of(masked.toString(StandardCharsets.UTF_8));
        } catch (JsonException refused) {
            assertThat(masked.size())
                    .as("written of a short text that is no JSON")
                    .isZero();
            return Optional.empty();
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static Optional<String> decoded(byte[] json) {
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(json))
                    .toString());
        } catch (CharacterCodingException malformed) {
            return Optional.empty();
        }
    }
}
