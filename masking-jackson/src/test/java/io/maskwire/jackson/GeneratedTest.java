package io.maskwire.jackson;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.annotation.JsonValue;
import io.maskwire.Masking;
import io.maskwire.policy.Audience;
import io.maskwire.policy.MaskingPolicy;
import io.maskwire.policy.Masks;
import io.maskwire.policy.Sensitive;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Random graphs of records, maps and lists with canaries in marked places. */
class GeneratedTest {

    private static final String CANARY = "canary-";
    private static final int GRAPHS = 150;

    record Marked(
            @Nullable Object plain,
            @Sensitive("secret") @Nullable Object secret,
            @Nullable Object after) {}

    record Contents(List<@Sensitive("secret") Object> secrets, Map<String, @Sensitive("secret") Object> bySecret) {}

    record Maybe(Optional<@Sensitive("secret") Object> secret, Optional<Object> plain) {}

    record Text(@Sensitive("secret") String text) {
        @JsonValue
        @Override
        public String text() {
            return text;
        }
    }

    static class Unwrapping {
        public Object id;

        @JsonUnwrapped(prefix = "in-")
        public Marked inner;
    }

    static class Any {
        public Object id;
        private final Map<String, Object> more = new LinkedHashMap<>();

        @JsonAnyGetter
        @Sensitive("secret")
        public Map<String, Object> more() {
            return more;
        }
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "@type")
    static class Typed {
        public Object id;

        @Sensitive("secret")
        public Object secret;
    }

    private final JsonMapper plain = new JsonMapper();
    private final JsonMapper masking = mapper(MaskingPolicy.builder().dataClass("secret", Masks.erase()));
    private final JsonMapper withPaths = mapper(MaskingPolicy.builder()
            .dataClass("secret", Masks.erase())
            .field("$..secret", "secret")
            .field("$.nobody[*].knows", "secret"));

    private static JsonMapper mapper(MaskingPolicy.Builder policy) {
        policy.audience(Audience.role("reader"), grant -> grant.inClear("secret"));
        return JsonMapper.builder()
                .addModule(MaskingModule.of(Masking.of(policy.build())))
                .build();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34})
    void noCanaryComesOutAndAllElseIsAsJacksonWritesIt(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < GRAPHS; i++) {
            Object graph = value(random, 5, false);
            JsonNode expected = plain.readTree(plain.writeValueAsString(graph));

            for (JsonMapper mapper : List.of(masking, withPaths)) {
                String json = mapper.writeValueAsString(graph);
                assertThat(json).doesNotContain(CANARY);
                assertSame(expected, plain.readTree(json));
                assertThat(MaskingModule.writer(mapper, Audience.role("reader")).writeValueAsString(graph))
                        .isEqualTo(plain.writeValueAsString(graph));
            }
        }
    }

    private static void assertSame(JsonNode plain, JsonNode masked) {
        assertThat(masked.propertyNames()).isEqualTo(plain.propertyNames());
        assertThat(masked.size()).isEqualTo(plain.size());
        if (plain.isContainer()) {
            var others = masked.iterator();
            plain.forEach(value -> assertSame(value, others.next()));
        } else if (plain.isString() && plain.asString().startsWith(CANARY)) {
            assertThat(masked.asString()).isEqualTo(Masks.MARKER);
        } else {
            assertThat(masked).isEqualTo(plain);
        }
    }

    /** A value all of whose scalars are canaries, or none. */
    private static @Nullable Object value(Random random, int depth, boolean secret) {
        int kind = random.nextInt(depth == 0 ? 4 : 13);
        return switch (kind) {
            case 0, 1 -> secret ? CANARY + random.nextInt(1000) : "plain-" + random.nextInt(1000);
            case 2 -> secret ? (Object) (CANARY + random.nextInt(1000)).toCharArray() : (Object) random.nextInt();
            case 3 -> random.nextInt(4) == 0 ? null : List.of();
            case 4, 5 -> list(random, depth, secret);
            case 6, 7 -> map(random, depth, secret);
            case 8 ->
                new Marked(inner(random, depth, secret), inner(random, depth, true), inner(random, depth, secret));
            case 9 -> new Contents(list(random, depth, true), map(random, depth, true));
            case 10 ->
                new Maybe(
                        Optional.ofNullable(inner(random, depth, true)),
                        Optional.ofNullable(inner(random, depth, secret)));
            case 11 -> random.nextBoolean() ? new Text(CANARY + "text") : unwrapping(random, depth, secret);
            default -> random.nextBoolean() ? any(random, depth, secret) : typed(random, depth, secret);
        };
    }

    private static @Nullable Object inner(Random random, int depth, boolean secret) {
        return value(random, depth - 1, secret);
    }

    private static List<Object> list(Random random, int depth, boolean secret) {
        List<Object> list = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            list.add(inner(random, depth, secret));
        }
        return list;
    }

    private static Map<String, Object> map(Random random, int depth, boolean secret) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            map.put("k" + i, inner(random, depth, secret));
        }
        return map;
    }

    private static Unwrapping unwrapping(Random random, int depth, boolean secret) {
        Unwrapping value = new Unwrapping();
        value.id = inner(random, depth, secret);
        value.inner = new Marked(inner(random, depth, secret), inner(random, depth, true), null);
        return value;
    }

    private static Any any(Random random, int depth, boolean secret) {
        Any value = new Any();
        value.id = inner(random, depth, secret);
        value.more.putAll(map(random, depth, true));
        return value;
    }

    private static Typed typed(Random random, int depth, boolean secret) {
        Typed value = new Typed();
        value.id = inner(random, depth, secret);
        value.secret = inner(random, depth, true);
        return value;
    }
}
