package io.maskwire.jackson;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.util.TokenBuffer;
import io.maskwire.Masking;
import io.maskwire.policy.Audience;
import io.maskwire.policy.MaskingPolicy;
import io.maskwire.policy.Masks;
import io.maskwire.policy.Sensitive;
import io.maskwire.policy.Unclassified;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What stays in the process is not data that leaves. */
class Jackson2InProcessTest {

    record Person(String id, @Sensitive("secret") String secret, List<String> tags) {}

    record Other(String id, String secret, List<String> tags) {}

    static class Bean {
        public String id;

        @Sensitive("secret")
        public String secret;

        public List<String> tags;
    }

    private static final Person PERSON = new Person("p-1", "tango", List.of("a"));

    private final JsonMapper mapper = JsonMapper.builder()
            .addModule(Jackson2MaskingModule.of(Masking.of(MaskingPolicy.builder()
                    .dataClass("secret", Masks.erase())
                    .field("$.tags", "secret")
                    .build())))
            .build();

    @Test
    void convertingKeepsTheOriginals() throws Exception {
        assertThat(mapper.convertValue(PERSON, Other.class)).isEqualTo(new Other("p-1", "tango", List.of("a")));
        assertThat(mapper.convertValue(PERSON, new TypeReference<Map<String, Object>>() {}))
                .containsEntry("secret", "tango");
    }

    @Test
    void convertingKeepsTheOriginalsUnderUnclassifiedMask() throws Exception {
        JsonMapper strict = JsonMapper.builder()
                .addModule(Jackson2MaskingModule.of(Masking.of(MaskingPolicy.builder()
                        .dataClass("secret", Masks.erase())
                        .unclassified(Unclassified.MASK)
                        .build())))
                .build();

        assertThat(strict.convertValue(PERSON, Other.class).id()).isEqualTo("p-1");
        assertThat(strict.writeValueAsString(PERSON))
                .isEqualTo("{\"id\":\"[masked]\",\"secret\":\"[masked]\",\"tags\":[\"[masked]\"]}");
    }

    @Test
    void updatingKeepsTheOriginals() throws Exception {
        Bean updated = mapper.updateValue(new Bean(), PERSON);

        assertThat(updated.secret).isEqualTo("tango");
        assertThat(updated.tags).containsExactly("a");
    }

    @Test
    void aBufferIsMaskedIfAnAudienceIsNamed() throws Exception {
        TokenBuffer buffer = new TokenBuffer(mapper, false);
        Jackson2MaskingModule.writer(mapper, Audience.anonymous()).writeValue(buffer, PERSON);

        assertThat(new JsonMapper().readValue(buffer.asParser(), Other.class))
                .isEqualTo(new Other("p-1", "[masked]", List.of("[masked]")));
    }

    @Test
    void aTreeIsMaskedLikeTheJsonItStandsFor() throws Exception {
        JsonNode tree = mapper.valueToTree(PERSON);

        assertThat(tree).isEqualTo(new JsonMapper().readTree(mapper.writeValueAsString(PERSON)));
        assertThat(tree.get("secret").asText()).isEqualTo("[masked]");
        assertThat(tree.get("tags").get(0).asText()).isEqualTo("[masked]");
        assertThat(mapper.<JsonNode>valueToTree(null).isNull()).isTrue();
    }

    /** Lets the generator find the serializer. */
    static final class Handing extends JsonSerializer<Box> {
        @Override
        public void serialize(Box box, JsonGenerator g, SerializerProvider context) throws IOException {
            g.writeObject(box.content());
        }
    }

    @JsonSerialize(using = Handing.class)
    record Box(Object content) {}

    @Test
    void whatASerializerHandsToTheGeneratorIsMaskedInATreeAndKeptInAConversion() {
        JsonMapper marksOnly = JsonMapper.builder()
                .addModule(Jackson2MaskingModule.of(Masking.of(MaskingPolicy.builder()
                        .dataClass("secret", Masks.erase())
                        .build())))
                .build();

        for (JsonMapper each : List.of(mapper, marksOnly)) {
            assertThat(each.valueToTree(new Box(PERSON)).get("secret").asText()).isEqualTo("[masked]");
            assertThat(each.convertValue(new Box(PERSON), Other.class).secret()).isEqualTo("tango");
        }
    }

    @Test
    void convertingBetweenTwoDocumentsChangesNeither() throws Exception {
        String before = mapper.writeValueAsString(PERSON);
        mapper.convertValue(PERSON, Other.class);

        assertThat(mapper.writeValueAsString(PERSON)).isEqualTo(before).doesNotContain("tango");
    }
}
