package io.maskwire.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.maskwire.Masking;
import io.maskwire.policy.Audience;
import io.maskwire.policy.MaskingPolicy;
import io.maskwire.policy.Masks;
import io.maskwire.policy.RedactStyle;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Texts that try to get a canary past the masker: by spelling, shape, encoding, being broken, or by where they are cut.
 * None shows it, not even the beginning of one with nothing held back, and all ways to mask one agree.
 */
class JsonCanaryTest {

    private static final Audience ANYBODY = Audience.anonymous();
    private static final String CANARY = "c4nary";
    private static final String SECRET = "{\"password\":\"c4nary\",\"k\":\"é\"}";

    private static final JsonMasker MASKER = Masking.of(MaskingPolicy.builder()
                    .dataClass("email", Masks.redact().style(RedactStyle.EMAIL))
                    .field("$..password", Masks.erase())
                    .field("$.a.b", Masks.erase())
                    .field("$..['x.y']", Masks.erase())
                    .field("$..['it\\'s']", Masks.erase())
                    .field("$..*card*", Masks.constant("é\"\\"))
                    .field("$.list[*].v", Masks.erase())
                    .field("$..num", Masks.redact().keepLast(1))
                    .mapKeys("$..byMail", "email")
                    .build())
            .json()
            .embedded("$..text")
            .pairs("$.headers[*]", "name", "value");

    static Stream<Arguments> texts() {
        Stream<String> documents = Stream.of(names(), shapes(), values(), pairs(), embedded(), broken())
                .flatMap(texts -> texts);
        return Stream.of(
                        of(JsonForm.DOCUMENT, documents),
                        of(JsonForm.LINES, lines()),
                        of(JsonForm.CONCATENATED, lines()),
                        of(JsonForm.EVENTS, events()))
                .flatMap(texts -> texts);
    }

    private static Stream<Arguments> of(JsonForm form, Stream<String> texts) {
        return texts.map(text -> Arguments.of(form, text));
    }

    private static Stream<String> names() {
        return Stream.of(
                        "password",
                        "\\u0070assword",
                        "\\u0070\\u0061\\u0073\\u0073\\u0077\\u006F\\u0072\\u0064",
                        "PASSWORD",
                        "__pass--word__",
                        "pass\\u005fword",
                        "pa\\u0053sword",
                        "it's",
                        "it\\u0027s",
                        "x\\u002ey",
                        "c_a_r_d",
                        "disCARD")
                .map(name -> "{\"k\":1,\"" + name + "\":\"c4nary\",\"z\":{\"" + name
                        + "\":[\"c4nary\",{\"q\":\"c4nary\"},true,1]}}");
    }

    private static Stream<String> shapes() {
        return Stream.of(
                "\ufeff" + SECRET,
                "{\"password\":1,\"password\":\"c4nary\",\"pass_word\":\"c4nary\"}",
                "{\"a\":{\"b\":\"c4nary\"},\"a\":{\"b\":\"c4nary\"},\"a\":1,\"a\":{\"b\":[\"c4nary\"]}}",
                "{\"list\":[{\"v\":\"c4nary\"},[{\"w\":1}],{\"v\":{\"v\":\"c4nary\"}}],\"list\":{\"x\":{\"v\":\"c4nary\"}}}",
                "{\"byMail\":{\"c4nary@example.com\":{\"x\":1},\"c4\\u006eary@example.com\":2,\"c4nary\":3,\"\":4}}",
                "{\"BY_MAIL\":{\"a@b.ch\":1},\"z\":[{\"byMail\":{" + "\"kim@example.com\":{\"zip\":1},".repeat(9)
                        + "\"c4nary@example.com\":{}}}]}");
    }

    private static Stream<String> values() {
        return Stream.concat(
                Stream.of(
                        "{\"password\":\"\\u0063\\u0034nary c4nary\\n\\\"\\\\\\/\\b\\f\\r\\t\"}",
                        "{\"password\":\"c4nary\\\\\\\"\",\"b\":\"\\\\\"}",
                        "{\"password\":\"\\ud83dc4nary\",\"num\":\"\\udc00c4nary\\ud800\"}",
                        "{\"num\":\"c4nary\\ud83d\\u0041\",\"password\":\"\ufeffc4nary\"}",
                        "{\"password\":-0,\"num\":1e400,\"z\":-1E-400}"),
                Stream.iterate(0, k -> k < 70, k -> k + 3)
                        .map(k -> "{\"" + "x".repeat(k)
                                + "\":\"日本\",\"password\":\"日c4nary本\\u65e5\\\"😀\\ud83d\\ude00\","
                                + "\"z\":[1.5e-3,true,null,false,-0]}"));
    }

    private static Stream<String> pairs() {
        return Stream.of(
                        "{\"name\":\"password\",\"value\":\"c4nary\"}",
                        "{\"value\":\"c4nary\",\"name\":\"password\"}",
                        "{\"na\\u006de\":\"pass_word\",\"v\\u0061lue\":\"c4nary\"}",
                        "{\"NAME\":\"PASSWORD\",\"VALUE\":{\"x\":\"c4nary\"}}",
                        "{\"name\":\"k\",\"name\":\"password\",\"value\":\"c4nary\"}",
                        "{\"name\":\"k\",\"value\":1,\"name\":\"password\",\"value\":\"c4nary\"}",
                        "{\"x\":1,\"name\":\"password\",\"y\":{\"name\":\"k\",\"value\":1},\"value\":[[\"c4nary\"]]}",
                        "{\"value\":{\"value\":\"c4nary\",\"name\":\"k\"},\"name\":\"password\"}",
                        "{\"name\":[\"password\"],\"value\":\"c4nary\"}",
                        "{\"name\":null,\"value\":\"c4nary\"}",
                        "{\"name\":1,\"value\":\"c4nary\"}")
                .map(pair -> "{\"headers\":[{\"name\":\"z\",\"value\":\"ok\"}," + pair + "," + pair + "]}");
    }

    private static Stream<String> embedded() {
        return Stream.of(
                        SECRET,
                        "{\"\\u0070assword\":\"c4nary\"}",
                        " " + SECRET + " \n",
                        "[1,{\"text\":" + Quoted.of(SECRET) + "}]",
                        "{\"password\":\"c4nary\"",
                        SECRET + "{}",
                        "{'password':'c4nary'}",
                        "\"c4nary",
                        "c4nary")
                .map(text -> "{\"text\":" + Quoted.of(text) + ",\"b\":{\"text\":"
                        + Quoted.of(text).replace("a", "\\u0061") + "}}");
    }

    private static Stream<String> broken() {
        return Stream.of(
                "{\"password\":\"c4nary\"",
                "{\"password\":\"c4nary",
                "{\"password\" \"c4nary\"}",
                "{password:\"c4nary\"}",
                "{'password':\"c4nary\"}",
                "{\"password\":\"c4nary\"}}",
                "{\"password\":\"c4nary\",}",
                "{\"password\":[\"c4nary\"}",
                "{\"password\"::\"c4nary\"}",
                "{\"password\":\"c4nary\",\"z\":+1}",
                "{\"password\":\"c4nary\",\"z\":NaN}",
                "{\"password\":/**/\"c4nary\"}",
                "{\"password\":\"c4nary\ttab\"}",
                "{\"password\":\"c4nary\\x41\"}",
                "{\ufeff\"password\":\"c4nary\"}",
                SECRET + "\ufeff",
                SECRET + "\u0000",
                "\ufeff\ufeff" + SECRET,
                "\"password\":\"c4nary\"");
    }

    private static Stream<String> lines() {
        return Stream.of(
                SECRET + "\r\n" + SECRET,
                SECRET + "\n\n \t\n" + SECRET + "\n",
                "\ufeff" + SECRET + "\n" + SECRET,
                SECRET + "\n\ufeff" + SECRET,
                SECRET + "\r" + SECRET,
                SECRET + SECRET,
                SECRET + "\n{\"password\":\"c4nary\"\n" + SECRET,
                SECRET + "\u2028" + SECRET,
                SECRET + ",\n" + SECRET,
                "\u001e" + SECRET + "\n");
    }

    private static Stream<String> events() {
        return Stream.of(
                "data:" + SECRET + "\n\n",
                "data: " + SECRET + "\r\r",
                "data: {\"password\":\rdata: \"c4nary\"}\r\r",
                "data: {\"password\":\r\ndata: \"c4nary\"}\r\n\r\n",
                ": hello\ndata: " + SECRET + "\nid: 3\n\n",
                "data: " + SECRET,
                "data\ndata: " + SECRET + "\ndata\n\n",
                "data: c4nary\n\ndata: [DONE]\n\n",
                "data: " + SECRET + "\ndata: " + SECRET + "\n\n",
                "DATA: c4nary\n\n",
                "\tdata: c4nary\n\nc4nary\n\n",
                "data: {\"z\":1}\u2028data: c4nary\n\n",
                "data: \ufeff" + SECRET + "\n\n");
    }

    @ParameterizedTest
    @MethodSource("texts")
    void noWayToMaskItShowsTheCanaryAndAllAgree(JsonForm form, String text) {
        check(MASKER.form(form), text.getBytes(StandardCharsets.UTF_8));
    }

    static Stream<byte[]> malformed() {
        Stream<byte[]> encoded = Stream.of("UTF-16", "UTF-16LE", "UTF-16BE", "UTF-32", "UTF-32LE", "UTF-32BE", "IBM037")
                .map(name -> SECRET.getBytes(Charset.forName(name)));
        Stream<byte[]> octets = Stream.of(
                        "\u00c0\u00af",
                        "\u00e0\u0080\u00af",
                        "\u00ed\u00a0\u0080",
                        "\u00f0\u0080\u0080\u00af",
                        "\u00f4\u0090\u0080\u0080",
                        "\u00f8\u0088\u0080\u0080\u0080",
                        "\u00ff",
                        "\u0080",
                        "\u00e2\u0082")
                .flatMap(bad -> Stream.of(
                        "{\"password\":\"c4nary" + bad + "\"}",
                        "{\"password\":\"c4nary\",\"" + bad + "\":1}",
                        "{\"password\":\"c4nary\"}" + bad,
                        bad + "{\"password\":\"c4nary\"}"))
                .map(text -> text.getBytes(StandardCharsets.ISO_8859_1));
        return Stream.concat(encoded, octets);
    }

    @ParameterizedTest
    @MethodSource("malformed")
    void bytesThatAreNoUtf8AreRefusedAndShowNothing(byte[] json) {
        check(MASKER, json);
        assertThat(masked(() -> MASKER.mask(json, ANYBODY))).isEmpty();
    }

    private interface Way {
        byte[] mask() throws IOException;
    }

    private static void check(JsonMasker masker, byte[] json) {
        Optional<String> expected = masked(() -> masker.mask(json, ANYBODY));
        expected.ifPresent(JsonCanaryTest::assertNothingShown);
        decoded(json)
                .ifPresent(text -> assertThat(
                                masked(() -> masker.mask(text, ANYBODY).getBytes(StandardCharsets.UTF_8)))
                        .isEqualTo(expected));
        for (int window : new int[] {64, 67, 4096}) {
            for (int step : new int[] {1, 5, 4096}) {
                assertThat(masked(() -> stream(masker.window(window), json, step)))
                        .isEqualTo(expected);
            }
        }
        for (int length = 0; length <= json.length; length++) {
            byte[] beginning = Arrays.copyOf(json, length);
            masked(() -> stream(masker.window(64).holdBack(0), beginning, 4096));
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

    private static Optional<String> masked(Way way) {
        try {
            return Optional.of(new String(way.mask(), StandardCharsets.UTF_8));
        } catch (JsonException refused) {
            assertThat(refused.getMessage()).doesNotContain(CANARY);
            return Optional.empty();
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static byte[] stream(JsonMasker masker, byte[] json, int step) throws IOException {
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        ByteArrayInputStream slow = new ByteArrayInputStream(json) {
            @Override
            public synchronized int read(byte[] target, int from, int length) {
                return super.read(target, from, Math.min(length, step));
            }
        };
        try {
            masker.mask(slow, written, ANYBODY);
        } finally {
            assertNothingShown(written.toString(StandardCharsets.UTF_8));
        }
        return written.toByteArray();
    }

    private static void assertNothingShown(String masked) {
        assertThat(masked).doesNotContain(CANARY).doesNotContain("c4n\\u0061ry");
    }
}
