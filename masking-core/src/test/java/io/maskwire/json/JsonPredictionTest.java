package io.maskwire.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.maskwire.Masking;
import io.maskwire.policy.Audience;
import io.maskwire.policy.MaskingPolicy;
import io.maskwire.policy.Masks;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What was learned from one document changes nothing about another. */
class JsonPredictionTest {

    private static final Audience ANYBODY = Audience.anonymous();

    private final Masking masking = Masking.of(MaskingPolicy.builder()
            .field("$..secret", Masks.erase())
            .field("$.a.b", Masks.constant("path"))
            .build());
    private final JsonMasker masker = masking.json();

    private void learn(String... documents) {
        for (String document : documents) {
            for (int i = 0; i < 3; i++) {
                masker.mask(document, ANYBODY);
                masker.mask(document.getBytes(StandardCharsets.UTF_8), ANYBODY);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"number\":1\"secret\":2,\"last\":3}",
                "{,\"number\":1,\"secret\":2,\"last\":3}",
                "{\"number\":1,,\"secret\":2}",
                "{\"number\":1,\"secret\":}",
                "{\"number\":,\"secret\":2}",
                "{\"number\":1,\"secret\"2}",
                "{\"number\":1,\"secret\":",
                "{\"number\":1,\"secret\"",
                "[\"number\":1,\"secret\":2]",
                "[1,\"secret\":2]",
                "{\"number\":1,\"secret\":2,}"
            })
    void whatIsAlmostLikeALearnedDocumentIsRefused(String json) {
        learn("{\"number\":1,\"secret\":2,\"last\":3}", "[{\"number\":1,\"secret\":2},{\"secret\":1,\"number\":2}]");

        assertThatExceptionOfType(JsonException.class).isThrownBy(() -> masker.mask(json, ANYBODY));
    }

    @Test
    void theSameNameAtAnotherPlaceIsAnotherPlace() {
        learn("{\"a\":{\"b\":1},\"c\":{\"b\":2}}", "{\"c\":{\"b\":2},\"a\":{\"b\":1}}");

        assertThat(masker.mask("{\"c\":{\"a\":{\"b\":1},\"b\":2},\"a\":{\"b\":3,\"a\":{\"b\":4}}}", ANYBODY))
                .isEqualTo("{\"c\":{\"a\":{\"b\":1},\"b\":2},\"a\":{\"b\":\"path\",\"a\":{\"b\":4}}}");
    }

    @Test
    void namesThatLookAlikeInOneByteACharacterAreToldApart() {
        Masking policy = Masking.of(MaskingPolicy.builder()
                .field("$..['?']", Masks.constant("question"))
                .field("$..['ж']", Masks.constant("zhe"))
                .field("$..['é']", Masks.constant("e"))
                .build());
        for (int i = 0; i < 3; i++) {
            assertThat(policy.json().mask("[{\"?\":1,\"ж\":2,\"ю\":3,\"é\":4}]", ANYBODY))
                    .isEqualTo("[{\"?\":\"question\",\"ж\":\"zhe\",\"ю\":3,\"é\":\"e\"}]");
            assertThat(policy.json().mask("[{\"ж\":1,\"?\":2,\"é\":3,\"ю\":4}]", ANYBODY))
                    .isEqualTo("[{\"ж\":\"zhe\",\"?\":\"question\",\"é\":\"e\",\"ю\":4}]");
        }
    }

    @Test
    void spaceBehindALearnedNameIsStillSpace() {
        learn("{\"number\":1,\"secret\":2}");

        assertThat(masker.mask("{\"number\": 1,\"secret\":\n2 ,\"last\": [ ] }", ANYBODY))
                .isEqualTo("{\"number\": 1,\"secret\":\n\"[masked]\" ,\"last\": [ ] }");
    }

    @Test
    void documentsFullOfNewNamesAreMaskedAndForgotten() {
        for (int i = 0; i < 200; i++) {
            StringBuilder json = new StringBuilder("{\"secret\":1");
            StringBuilder expected = new StringBuilder("{\"secret\":\"[masked]\"");
            for (int k = 0; k < 500; k++) {
                json.append(",\"n").append(i * 500 + k).append("\":").append(k);
                expected.append(",\"n").append(i * 500 + k).append("\":").append(k);
            }
            json.append(",\"secret\":2}");
            expected.append(",\"secret\":\"[masked]\"}");

            assertThat(masker.mask(json.toString(), ANYBODY)).isEqualTo(expected.toString());
        }
    }

    @Test
    void manyThreadsShareWhatOneLearned() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Future<?>> work = new ArrayList<>();
            for (int thread = 0; thread < 8; thread++) {
                int first = thread * 100;
                work.add(threads.submit(() -> maskMany(first)));
            }
            for (Future<?> each : work) {
                each.get(60, TimeUnit.SECONDS);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private void maskMany(int first) {
        for (int i = first; i < first + 200; i++) {
            String json = new JsonGenerator(i).document();
            Optional<String> expected = Twin.mask(masking.engine(), ANYBODY, json);

            assertThat(Optional.of(masker.mask(json, ANYBODY))).isEqualTo(expected);
            assertThat(Optional.of(new String(
                            masker.mask(json.getBytes(StandardCharsets.UTF_8), ANYBODY), StandardCharsets.UTF_8)))
                    .isEqualTo(expected);
        }
    }
}
