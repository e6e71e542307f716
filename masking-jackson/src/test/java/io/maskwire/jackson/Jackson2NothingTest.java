package io.maskwire.jackson;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.maskwire.Masking;
import io.maskwire.policy.Audience;
import io.maskwire.policy.MaskingPolicy;
import io.maskwire.policy.Masks;
import io.maskwire.policy.Nothing;
import io.maskwire.policy.Sensitive;
import io.maskwire.spi.EventCounts;
import io.maskwire.spi.MaskingEvent.Action;
import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The mask {@code nothing} in JSON: null in the place of every scalar, the marker where only a text can stand. */
class Jackson2NothingTest {

    private final EventCounts events = new EventCounts();
    private final JsonMapper mapper = JsonMapper.builder()
            .addModule(Jackson2MaskingModule.of(Masking.builder(MaskingPolicy.builder()
                            .dataClass("gone", Masks.nothing())
                            .dataClass("other", Masks.erase())
                            .field("$..byPath", "gone")
                            .audience(Audience.role("reader"), grant -> grant.inClear("gone"))
                            .build())
                    .events(events)
                    .build()))
            .build();

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record All(
            @Nothing String text,
            @Nothing int number,
            @Nothing BigDecimal amount,
            @Nothing boolean flag,
            @Nothing byte[] bytes,
            @Nothing List<Object> list,
            @Nothing int[] numbers,
            @Nothing Map<String, Object> map,
            @Nothing @JsonRawValue String raw,
            @Nothing @JsonRawValue String broken) {}

    @Test
    void everyScalarBecomesNullAndStructureStays() throws Exception {
        All all = new All(
                "Zoë",
                4711,
                new BigDecimal("1.50"),
                true,
                new byte[] {1, 2},
                List.of("a", List.of(2)),
                new int[] {1, 2},
                Map.of("k", Map.of("inner", 3.5)),
                "{\"a\":[1,\"b\"]}",
                "{\"a\":");

        assertThat(mapper.writeValueAsString(all))
                .isEqualTo("{\"text\":null,\"number\":null,\"amount\":null,\"flag\":null,\"bytes\":null,"
                        + "\"list\":[null,[null]],\"numbers\":[null,null],\"map\":{\"k\":{\"inner\":null}},"
                        + "\"raw\":{\"a\":[null,null]},\"broken\":null}");
        assertThat(events.snapshot().keySet())
                .extracting(event -> event.action())
                .containsExactly(Action.MASKED);
    }

    static class Keyed {
        public Map<@Sensitive("gone") String, @Sensitive("gone") String> map = new LinkedHashMap<>();

        Keyed() {
            map.put("zoe@example.com", "a");
            map.put("max@example.org", "b");
        }
    }

    @Test
    void aKeyIsTheMarkerForItCannotBeNull() throws Exception {
        assertThat(mapper.writeValueAsString(new Keyed()))
                .isEqualTo("{\"map\":{\"[masked]\":null,\"[masked]#2\":null}}");
        assertThat(Jackson2MaskingModule.writer(mapper, Audience.role("reader")).writeValueAsString(new Keyed()))
                .isEqualTo("{\"map\":{\"zoe@example.com\":\"a\",\"max@example.org\":\"b\"}}");
    }

    @Test
    void aPathAndTheRootMayBeNullToo() throws Exception {
        assertThat(mapper.writeValueAsString(Map.of("byPath", List.of(1, "b")))).isEqualTo("{\"byPath\":[null,null]}");
        assertThat(mapper.writeValueAsString(new Streamed("Zoë"))).isEqualTo("[null,null,null]");
    }

    @Nothing
    @JsonSerialize(using = StreamedSerializer.class)
    record Streamed(String text) {}

    static final class StreamedSerializer extends JsonSerializer<Streamed> {
        @Override
        public void serialize(Streamed value, JsonGenerator g, SerializerProvider context) throws IOException {
            g.writeStartArray();
            g.writeString(new StringReader(value.text()), -1);
            g.writeString(value.text().toCharArray(), 0, value.text().length());
            g.writeRawUTF8String(new byte[] {'\\', 'n'}, 0, 2);
            g.writeEndArray();
        }
    }

    record Two(@Nothing @Sensitive("other") String both) {}

    @Test
    void besideAnotherMaskItIsErased() throws Exception {
        assertThat(mapper.writeValueAsString(new Two("Zoë"))).isEqualTo("{\"both\":\"[masked]\"}");
    }
}
