package io.maskwire.jackson;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import io.maskwire.Masking;
import io.maskwire.policy.Audience;
import io.maskwire.policy.Clear;
import io.maskwire.policy.MaskingPolicy;
import io.maskwire.policy.Masks;
import io.maskwire.policy.Mode;
import io.maskwire.policy.RedactStyle;
import io.maskwire.policy.Sensitive;
import io.maskwire.policy.Unclassified;
import io.maskwire.spi.EventCounts;
import io.maskwire.spi.MaskingEvent.Action;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Under {@code unclassified: mask} every scalar nothing is said about is erased; names, nesting and null stay. */
class Jackson2UnclassifiedTest {

    private final EventCounts events = new EventCounts();
    private final MaskingPolicy policy = MaskingPolicy.builder()
            .dataClass("pan", Masks.redact().style(RedactStyle.PAN))
            .field("$..open", Masks.clear())
            .unclassified(Unclassified.MASK)
            .audience(Audience.role("reader"), grant -> grant.inClear("pan"))
            .build();
    private final JsonMapper mapper = JsonMapper.builder()
            .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .addModule(Jackson2MaskingModule.of(Masking.of(policy)))
            .build();

    static class Order {
        public String id = "o-1";

        @Clear
        public String status = "paid";

        @Clear
        public Address shop = new Address();

        @Sensitive("pan")
        public String card = "4111111111111111";

        public Address home = new Address();
        public List<Object> all = Arrays.asList(1, 2.5, true, "x", null, new byte[] {1});
        public int[] numbers = {1, 2};
    }

    static class Address {
        public String zip = "8001";

        @Sensitive("pan")
        public String card = "4111111111111111";
    }

    @Test
    void everyScalarWithoutAClassIsErased() throws Exception {
        assertThat(mapper.writeValueAsString(new Order()))
                .isEqualTo("{\"all\":[\"[masked]\",\"[masked]\",\"[masked]\",\"[masked]\",null,\"[masked]\"],"
                        + "\"card\":\"411111******1111\","
                        + "\"home\":{\"card\":\"411111******1111\",\"zip\":\"[masked]\"},"
                        + "\"id\":\"[masked]\",\"numbers\":[\"[masked]\",\"[masked]\"],"
                        + "\"shop\":{\"card\":\"411111******1111\",\"zip\":\"8001\"},"
                        + "\"status\":\"paid\"}");
    }

    @Test
    void whoMaySeeAClassSeesThatAndNothingUnclassified() throws Exception {
        assertThat(Jackson2MaskingModule.writer(mapper, Audience.role("reader")).writeValueAsString(new Address()))
                .isEqualTo("{\"card\":\"4111111111111111\",\"zip\":\"[masked]\"}");
    }

    @Test
    void aPathMayExempt() throws Exception {
        assertThat(mapper.writeValueAsString(Map.of("open", List.of(1, Map.of("a", "x")))))
                .isEqualTo("{\"open\":[1,{\"a\":\"x\"}]}");
    }

    @Test
    void aScalarAsTheRootIsErased() throws Exception {
        assertThat(mapper.writeValueAsString("x")).isEqualTo("\"[masked]\"");
        assertThat(mapper.writeValueAsString(null)).isEqualTo("null");
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, include = JsonTypeInfo.As.WRAPPER_ARRAY)
    @JsonTypeName("typed")
    record Typed(String text) {}

    @Test
    void typeIdsStay() throws Exception {
        assertThat(mapper.writeValueAsString(new Typed("x"))).isEqualTo("[\"typed\",{\"text\":\"[masked]\"}]");
    }

    @Test
    void reportModeCountsAndChangesNothing() throws Exception {
        JsonMapper reporting = JsonMapper.builder()
                .addModule(Jackson2MaskingModule.of(
                        Masking.builder(policy).mode(Mode.REPORT).events(events).build()))
                .build();

        assertThat(reporting.writeValueAsString(new Order()))
                .isEqualTo(new JsonMapper().writeValueAsString(new Order()));
        assertThat(events.snapshot().keySet()).extracting("action").containsOnly(Action.WOULD_MASK);
    }

    static Stream<Map.Entry<Object, String>> graphs() {
        return UnclassifiedGraph.EXPECTED.entrySet().stream();
    }

    @ParameterizedTest
    @MethodSource("graphs")
    void ofAWholeGraphNamesNestingTypeIdsAndNullStay(Map.Entry<Object, String> graph) throws Exception {
        JsonMapper strict = JsonMapper.builder()
                .addModules(new Jdk8Module(), Jackson2MaskingModule.of(Masking.of(UnclassifiedGraph.POLICY)))
                .build();
        JsonMapper judge = new JsonMapper();

        assertThat(judge.readTree(strict.writeValueAsString(graph.getKey())))
                .isEqualTo(judge.readTree(graph.getValue()));
    }

    @Test
    void treesAreErasedLikeWhatTheyStandFor() throws Exception {
        var tree = new JsonMapper().readTree("{\"a\":[1,\"x\",null,true,{\"b\":1.5}],\"open\":{\"c\":2}}");

        assertThat(mapper.writeValueAsString(tree))
                .isEqualTo("{\"a\":[\"[masked]\",\"[masked]\",null,\"[masked]\",{\"b\":\"[masked]\"}],"
                        + "\"open\":{\"c\":2}}");
        assertThat(mapper.writeValueAsString(Map.of("in", tree))).contains("\"b\":\"[masked]\"");
    }
}
