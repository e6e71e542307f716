package io.maskwire.jackson;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonKey;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import com.fasterxml.jackson.databind.cfg.MapperBuilder;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import io.maskwire.Masking;
import io.maskwire.policy.Audience;
import io.maskwire.policy.MaskContext;
import io.maskwire.policy.MaskingPolicy;
import io.maskwire.policy.Masks;
import io.maskwire.policy.Mode;
import io.maskwire.policy.RedactStyle;
import io.maskwire.policy.Sensitive;
import io.maskwire.policy.ValueKind;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Names are structure and stay, but the keys of a map whose key type is marked are data. */
class Jackson2MapKeysTest {

    private final MaskingPolicy policy = MaskingPolicy.builder()
            .dataClass("email", Masks.redact().style(RedactStyle.EMAIL))
            .dataClass("secret", Masks.erase())
            .field("$..byPath", "secret")
            .audience(Audience.role("reader"), grant -> grant.inClear("email", "secret"))
            .build();

    private final JsonMapper mapper = mapper(JsonMapper.builder()
            .addModule(new Jdk8Module())
            .disable(SerializationFeature.FAIL_ON_ORDER_MAP_BY_INCOMPARABLE_KEY));

    private JsonMapper mapper(JsonMapper.Builder builder) {
        return builder.addModule(Jackson2MaskingModule.of(Masking.of(policy)))
                .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                .build();
    }

    record Value(String zip) {}

    static class Marked {
        @Sensitive("secret")
        public Map<String, Value> all = Map.of("Zoë", new Value("8001"));
    }

    @Test
    void namesInsideAMarkedValueStay() throws Exception {
        assertThat(mapper.writeValueAsString(new Marked())).isEqualTo("{\"all\":{\"Zoë\":{\"zip\":\"[masked]\"}}}");
    }

    static class ByMail {
        public Map<@Sensitive("email") String, Value> all =
                new TreeMap<>(Map.of("zoe@example.com", new Value("1"), "max@example.org", new Value("2")));
    }

    @Test
    void markedKeysAreMaskedAndValuesStay() throws Exception {
        assertThat(mapper.writeValueAsString(new ByMail()))
                .isEqualTo("{\"all\":{\"m***@***.org\":{\"zip\":\"2\"},\"z***@***.com\":{\"zip\":\"1\"}}}");
    }

    @Test
    void whoMaySeeTheClassSeesTheKeys() throws Exception {
        assertThat(Jackson2MaskingModule.writer(mapper, Audience.role("reader")).writeValueAsString(new ByMail()))
                .contains("\"zoe@example.com\"", "\"max@example.org\"");
    }

    static class Colliding {
        public Map<@Sensitive("secret") String, Integer> all = new TreeMap<>(Map.of("a", 1, "b", 2, "c", 3));
        public List<Map<@Sensitive("secret") String, Integer>> more = List.of(all, all);
    }

    @Test
    void equalMaskedKeysAreKeptApart() throws Exception {
        String three = "{\"[masked]\":1,\"[masked]#2\":2,\"[masked]#3\":3}";

        assertThat(mapper.writeValueAsString(new Colliding()))
                .isEqualTo("{\"all\":" + three + ",\"more\":[" + three + "," + three + "]}");
    }

    @Test
    void equalMaskedKeysAreKeptApartInTreesToo() throws Exception {
        JsonNode tree = mapper.valueToTree(new Colliding());

        assertThat(tree.get("all").fieldNames()).toIterable().containsExactly("[masked]", "[masked]#2", "[masked]#3");
        assertThat(tree.get("more").get(1).size()).isEqualTo(3);
    }

    static class BothMarked {
        public Map<@Sensitive("email") String, @Sensitive("secret") String> all = Map.of("zoe@example.com", "x");
    }

    @Test
    void keysAndValuesCanBeOfTwoClasses() throws Exception {
        assertThat(mapper.writeValueAsString(new BothMarked())).isEqualTo("{\"all\":{\"z***@***.com\":\"[masked]\"}}");
    }

    static class Entries {
        @JsonFormat(shape = JsonFormat.Shape.POJO)
        public Map.Entry<@Sensitive("secret") String, Integer> asObject = Map.entry("tango", 1);

        public Map.Entry<@Sensitive("secret") String, Integer> usual = Map.entry("tango", 1);
    }

    @Test
    void anEntryWithAMarkedKeyIsMaskedHoweverItIsWritten() throws Exception {
        assertThat(mapper.writeValueAsString(new Entries()))
                .isEqualTo("{\"asObject\":{\"[masked]\":\"[masked]\"}," + "\"usual\":{\"[masked]\":\"[masked]\"}}");
    }

    static class Maybe {
        public Optional<Map<@Sensitive("secret") String, Integer>> all = Optional.of(Map.of("tango", 1));
        public Object[] none = {};
    }

    @Test
    void keysAreMaskedInsideAReference() throws Exception {
        assertThat(mapper.writeValueAsString(new Maybe())).isEqualTo("{\"all\":{\"[masked]\":1},\"none\":[]}");
    }

    static class Nested {
        public List<Map<String, Map<@Sensitive("secret") UUID, Integer>>> all =
                List.of(Map.of("outer", Map.of(UUID.fromString("00000000-0000-0000-0000-000000004711"), 1)));
    }

    @Test
    void allKeysAreMaskedWhereAMapInAMapHasMarkedKeys() throws Exception {
        assertThat(mapper.writeValueAsString(new Nested())).isEqualTo("{\"all\":[{\"[masked]\":{\"[masked]\":1}}]}");
    }

    @Sensitive("secret")
    record MarkedKey(String text) {
        @Override
        public String toString() {
            return text;
        }
    }

    record KeyedByMember(
            String other, @JsonKey @Sensitive("email") String mail) {}

    record KeyedByText(@Sensitive("email") String mail) {
        @Override
        public String toString() {
            return mail;
        }
    }

    @Sensitive("secret")
    enum MarkedEnum {
        TANGO
    }

    @Test
    void aMarkedClassIsMaskedAsAKey() throws Exception {
        assertThat(mapper.writeValueAsString(Map.of(new MarkedKey("tango"), 1))).isEqualTo("{\"[masked]\":1}");
        assertThat(mapper.writeValueAsString(Map.of(MarkedEnum.TANGO, 1))).isEqualTo("{\"[masked]\":1}");
        assertThat(mapper.writeValueAsString(Map.of(new KeyedByMember("x", "zoe@example.com"), 1)))
                .isEqualTo("{\"z***@***.com\":1}");
        assertThat(mapper.writeValueAsString(Map.of(new KeyedByText("zoe@example.com"), 1)))
                .isEqualTo("{\"z***@***.com\":1}");
    }

    static class Mails extends LinkedHashMap<@Sensitive("secret") String, Value> {
        private static final long serialVersionUID = 1L;
    }

    @Test
    void aMapClassWithMarkedKeysMasksItsOwnKeysOnly() throws Exception {
        Mails mails = new Mails();
        mails.put("zoe@example.com", new Value("1"));

        assertThat(mapper.writeValueAsString(mails)).isEqualTo("{\"[masked]\":{\"zip\":\"1\"}}");
        assertThat(mapper.writeValueAsString(List.of(mails))).isEqualTo("[{\"[masked]\":{\"zip\":\"1\"}}]");
    }

    static class AnyGetter {
        public String id = "visible";

        @JsonAnyGetter
        public Map<@Sensitive("secret") String, Integer> getMore() {
            return new TreeMap<>(Map.of("zoe", 1, "max", 2));
        }
    }

    @Test
    void markedKeysOfAnAnyGetterAreMasked() throws Exception {
        assertThat(mapper.writeValueAsString(new AnyGetter()))
                .isEqualTo("{\"id\":\"visible\",\"[masked]\":2,\"[masked]#2\":1}");
    }

    @Test
    void keysAreMaskedWithTheAnnotationsOfJacksonOff() throws Exception {
        JsonMapper off = mapper(JsonMapper.builder().disable(MapperFeature.USE_ANNOTATIONS));

        assertThat(off.writeValueAsString(new BothMarked())).doesNotContain("zoe");
    }

    static class FieldAndGetter {
        private final Map<@Sensitive("secret") String, Integer> all = Map.of("tango", 1);

        public Map<String, Integer> getAll() {
            return all;
        }
    }

    @Test
    void keysMarkedOnTheFieldAreMaskedBehindAGetter() throws Exception {
        assertThat(mapper.writeValueAsString(new FieldAndGetter())).isEqualTo("{\"all\":{\"[masked]\":1}}");
    }

    static final class AsMap extends JsonSerializer<Map<String, ?>> {
        @Override
        public void serialize(
                Map<String, ?> map,
                com.fasterxml.jackson.core.JsonGenerator g,
                com.fasterxml.jackson.databind.SerializerProvider context)
                throws IOException {
            g.writeStartObject(map);
            for (var entry : map.entrySet()) {
                g.writePOJOField(entry.getKey(), entry.getValue());
            }
            g.writeEndObject();
        }
    }

    static class OwnSerializer {
        @JsonSerialize(using = AsMap.class)
        public Map<@Sensitive("secret") String, Integer> all = new TreeMap<>(Map.of("tango", 1, "zulu", 2));
    }

    @Test
    void markedKeysAreMaskedWhereASerializerOfTheApplicationWritesThem() throws Exception {
        assertThat(mapper.writeValueAsString(new OwnSerializer()))
                .isEqualTo("{\"all\":{\"[masked]\":1,\"[masked]#2\":2}}");
    }

    static final class Upper extends JsonSerializer<String> {
        @Override
        public void serialize(
                String key,
                com.fasterxml.jackson.core.JsonGenerator g,
                com.fasterxml.jackson.databind.SerializerProvider context)
                throws IOException {
            g.writeFieldName("K-" + key);
        }
    }

    static class OwnKeySerializer {
        @JsonSerialize(keyUsing = Upper.class)
        public Map<@Sensitive("secret") String, Integer> marked = Map.of("tango", 1);

        @JsonSerialize(keyUsing = Upper.class)
        public Map<String, Integer> plain = Map.of("tango", 1);
    }

    @Test
    void aKeySerializerOfTheApplicationIsUsedAndMasked() throws Exception {
        List<String> seen = new ArrayList<>();
        MaskingPolicy recording = MaskingPolicy.builder()
                .dataClass("secret", (String original, MaskContext context) -> {
                    seen.add(context.kind() + " " + original);
                    return "***";
                })
                .build();
        JsonMapper own = JsonMapper.builder()
                .addModule(Jackson2MaskingModule.of(Masking.of(recording)))
                .build();

        assertThat(own.writeValueAsString(new OwnKeySerializer()))
                .isEqualTo("{\"marked\":{\"***\":1},\"plain\":{\"K-tango\":1}}");
        assertThat(seen).containsExactly(ValueKind.NAME + " K-tango");
    }

    static class Directory {
        public Map<String, Object> byMail = new TreeMap<>(Map.of(
                "zoe@example.com", Map.of("byMail", new Value("1")), "max@example.org", List.of(new Value("2"))));
        public List<Map<String, Integer>> lists = List.of(Map.of("kim@example.com", 1));
        public Value bean = new Value("3");
        public Object none = Map.of();
    }

    @Test
    void keysAtAPathOfThePolicyAreMaskedAsInBytes() throws Exception {
        MaskingPolicy byPath = MaskingPolicy.builder()
                .dataClass("email", Masks.redact().style(RedactStyle.EMAIL))
                .dataClass("secret", Masks.erase())
                .mapKeys("$..byMail", "email")
                .mapKeys("$.lists[*]", "email")
                .mapKeys("$.bean", "secret")
                .field("$..zip", "secret")
                .build();
        Masking masking = Masking.of(byPath);
        JsonMapper plain = JsonMapper.builder()
                .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                .build();
        JsonMapper writing = JsonMapper.builder()
                .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                .addModule(Jackson2MaskingModule.of(masking))
                .build();

        for (Object value : List.of(new Directory(), Map.of("byMail", Map.of("zoe@example.com", 1)), new Value("1"))) {
            String json = writing.writeValueAsString(value);
            assertThat(json)
                    .doesNotContain("example")
                    .isEqualTo(masking.json().mask(plain.writeValueAsString(value), Audience.anonymous()))
                    .isEqualTo(writing.writeValueAsString(plain.valueToTree(value)));
        }
        assertThat(writing.writeValueAsString(new Directory()))
                .contains(
                        "\"z***@***.com\":{\"byMail\":{\"[masked]\":\"[masked]\"}}",
                        "\"bean\":{\"[masked]\":\"[masked]\"}");
    }

    @Test
    void equalMaskedKeysAtAPathAreKeptApart() throws Exception {
        MaskingPolicy byPath = MaskingPolicy.builder()
                .dataClass("secret", Masks.erase())
                .mapKeys("$[*]", "secret")
                .build();
        JsonMapper writing = JsonMapper.builder()
                .addModule(Jackson2MaskingModule.of(Masking.of(byPath)))
                .build();

        assertThat(writing.writeValueAsString(List.of(Map.of("a", 1, "b", 1), Map.of("c", 1))))
                .isEqualTo("[{\"[masked]\":1,\"[masked]#2\":1},{\"[masked]\":1}]");
    }

    @Test
    void reportModeWritesKeysAsTheyAre() throws Exception {
        MapperBuilder<?, ?> builder = JsonMapper.builder()
                .addModule(Jackson2MaskingModule.of(
                        Masking.builder(policy).mode(Mode.REPORT).build()));

        for (Object value :
                List.of(new ByMail(), new Colliding(), new Nested(), new OwnSerializer(), new AnyGetter())) {
            assertThat(builder.build().writeValueAsString(value)).isEqualTo(new JsonMapper().writeValueAsString(value));
        }
    }
}
