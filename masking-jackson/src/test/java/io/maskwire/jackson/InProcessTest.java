package io.maskwire.jackson;

import static org.assertj.core.api.Assertions.assertThat;

import io.maskwire.Masking;
import io.maskwire.policy.Audience;
import io.maskwire.policy.MaskingPolicy;
import io.maskwire.policy.Masks;
import io.maskwire.policy.Sensitive;
import io.maskwire.policy.Unclassified;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.util.TokenBuffer;

/** What stays in the process is not data that leaves. */
class InProcessTest {

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
            .addModule(MaskingModule.of(Masking.of(MaskingPolicy.builder()
                    .dataClass("secret", Masks.erase())
                    .field("$.tags", "secret")
                    .build())))
            .build();

    @Test
    void convertingKeepsTheOriginals() {
        assertThat(mapper.convertValue(PERSON, Other.class)).isEqualTo(new Other("p-1", "tango", List.of("a")));
        assertThat(mapper.convertValue(PERSON, new TypeReference<Map<String, Object>>() {}))
                .containsEntry("secret", "tango");
    }

    @Test
    void convertingKeepsTheOriginalsUnderUnclassifiedMask() {
        JsonMapper strict = JsonMapper.builder()
                .addModule(MaskingModule.of(Masking.of(MaskingPolicy.builder()
                        .dataClass("secret", Masks.erase())
                        .unclassified(Unclassified.MASK)
                        .build())))
                .build();

        assertThat(strict.convertValue(PERSON, Other.class).id()).isEqualTo("p-1");
        assertThat(strict.writeValueAsString(PERSON))
                .isEqualTo("{\"id\":\"[masked]\",\"secret\":\"[masked]\",\"tags\":[\"[masked]\"]}");
    }

    @Test
    void updatingKeepsTheOriginals() {
        Bean updated = mapper.updateValue(new Bean(), PERSON);

        assertThat(updated.secret).isEqualTo("tango");
        assertThat(updated.tags).containsExactly("a");
    }

    @Test
    void aBufferIsMaskedIfAnAudienceIsNamed() {
        TokenBuffer buffer = TokenBuffer.forGeneration();
        MaskingModule.writer(mapper, Audience.anonymous()).writeValue(buffer, PERSON);

        assertThat(new JsonMapper().readValue(buffer, Other.class))
                .isEqualTo(new Other("p-1", "[masked]", List.of("[masked]")));
    }

    @Test
    void aTreeIsMaskedLikeTheJsonItStandsFor() {
        JsonNode tree = mapper.valueToTree(PERSON);

        assertThat(tree).isEqualTo(new JsonMapper().readTree(mapper.writeValueAsString(PERSON)));
        assertThat(tree.get("secret").asString()).isEqualTo("[masked]");
        assertThat(tree.get("tags").get(0).asString()).isEqualTo("[masked]");
        assertThat(mapper.<JsonNode>valueToTree(null).isNull()).isTrue();
    }

    @Test
    void convertingBetweenTwoDocumentsChangesNeither() {
        String before = mapper.writeValueAsString(PERSON);
        mapper.convertValue(PERSON, Other.class);

        assertThat(mapper.writeValueAsString(PERSON)).isEqualTo(before).doesNotContain("tango");
    }
}
