package io.maskwire.jackson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.maskwire.Masking;
import io.maskwire.policy.Audience;
import io.maskwire.policy.MaskingPolicy;
import io.maskwire.policy.Masks;
import io.maskwire.policy.Redact;
import io.maskwire.policy.RedactStyle;
import io.maskwire.policy.Sensitive;
import java.io.ByteArrayOutputStream;
import java.io.NotSerializableException;
import java.io.ObjectOutputStream;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.cfg.MapperBuilder;
import tools.jackson.databind.cfg.SerializationContexts;
import tools.jackson.databind.introspect.JacksonAnnotationIntrospector;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.ser.BeanSerializerFactory;
import tools.jackson.databind.ser.SerializationContextExt;

class MaskingModuleTest {

    record Card(@Sensitive("pan") String number, String brand) {}

    record Order(
            String id,
            @Sensitive("name") String customer,
            @Redact(keepLast = 2, dataClass = "phone") String phone,
            List<@Sensitive("email") String> copies,
            Card card) {}

    private static final Order ORDER = new Order(
            "o-1",
            "Zoë Müller",
            "0301234567",
            List.of("zoe@example.com", "max@example.com"),
            new Card("4111111111111111", "visa"));

    private static final String MASKED = "{\"id\":\"o-1\",\"customer\":\"Z***\",\"phone\":\"****67\","
            + "\"copies\":[\"z***@***.com\",\"m***@***.com\"],"
            + "\"card\":{\"number\":\"411111******1111\",\"brand\":\"visa\"}}";

    private static final Masking MASKING = Masking.of(policy());

    private static final JsonMapper MAPPER =
            JsonMapper.builder().addModule(MaskingModule.of(MASKING)).build();

    private static MaskingPolicy policy() {
        return MaskingPolicy.builder()
                .dataClass("pan", Masks.redact().style(RedactStyle.PAN))
                .dataClass("name", Masks.redact().style(RedactStyle.NAME))
                .dataClass("phone", Masks.erase())
                .dataClass("email", Masks.redact().style(RedactStyle.EMAIL))
                .audience(Audience.role("fraud-desk"), grant -> grant.inClear("pan"))
                .build();
    }

    @Test
    void anonymousSeesMaskedValues() {
        assertThat(MAPPER.writeValueAsString(ORDER)).isEqualTo(MASKED);
    }

    @Test
    void anAudienceSeesInClearWhatItWasGrantedAndNothingElse() {
        String json = MaskingModule.writer(MAPPER, Audience.role("fraud-desk")).writeValueAsString(ORDER);

        assertThat(json).isEqualTo(MASKED.replace("411111******1111", "4111111111111111"));
    }

    @Test
    void oneMapperServesAllAudiencesInAnyOrder() {
        String forTheDesk =
                MaskingModule.writer(MAPPER, Audience.role("fraud-desk")).writeValueAsString(ORDER);
        String forNobody = MAPPER.writeValueAsString(ORDER);

        assertThat(MaskingModule.writer(MAPPER, Audience.anonymous()).writeValueAsString(ORDER))
                .isEqualTo(forNobody)
                .isNotEqualTo(forTheDesk);
        assertThat(MaskingModule.writer(MAPPER, Audience.role("fraud-desk")).writeValueAsString(ORDER))
                .isEqualTo(forTheDesk);
    }

    @Test
    void anAudienceNobodyDeclaredSeesOnlyMarkers() {
        String json = MaskingModule.writer(MAPPER, Audience.role("stranger")).writeValueAsString(ORDER);

        assertThat(json)
                .isEqualTo("{\"id\":\"o-1\",\"customer\":\"[masked]\",\"phone\":\"[masked]\","
                        + "\"copies\":[\"[masked]\",\"[masked]\"],"
                        + "\"card\":{\"number\":\"[masked]\",\"brand\":\"visa\"}}");
    }

    @Test
    void anAudienceThatIsNoAudienceSeesOnlyMarkers() {
        String json =
                MAPPER.writer().withAttribute(Audience.class, "fraud-desk").writeValueAsString(ORDER);

        assertThat(json).contains("\"number\":\"[masked]\"");
    }

    @Test
    void whatIsReadIsNotChanged() {
        String json = new JsonMapper().writeValueAsString(ORDER);

        assertThat(MAPPER.readValue(json, Order.class)).isEqualTo(ORDER);
    }

    @Test
    void aMapperWithoutTheModuleGivesNoWriter() {
        assertThatThrownBy(() -> MaskingModule.writer(new JsonMapper(), Audience.anonymous()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("addModule(MaskingModule.of(masking))");
    }

    @Test
    void addedTwiceItMasksOnce() {
        JsonMapper mapper = JsonMapper.builder()
                .addModule(MaskingModule.of(MASKING))
                .addModule(MaskingModule.of(MASKING))
                .build();

        assertThat(mapper.writeValueAsString(ORDER)).isEqualTo(MASKED);
    }

    @Test
    void aBuilderUsedAgainMasksOnce() {
        JsonMapper.Builder builder = JsonMapper.builder().addModule(MaskingModule.of(MASKING));
        builder.build();

        assertThat(builder.addModule(MaskingModule.of(MASKING)).build().writeValueAsString(ORDER))
                .isEqualTo(MASKED);
    }

    @Test
    void aBuilderUsedAgainWithAnotherMaskingIsRefused() {
        JsonMapper.Builder builder = JsonMapper.builder().addModule(MaskingModule.of(MASKING));
        builder.build();
        builder.addModule(MaskingModule.of(Masking.of(policy())));

        assertThatThrownBy(builder::build)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("mapper.rebuild()");
    }

    @Test
    void itStaysThroughARebuild() {
        JsonMapper rebuilt = MAPPER.rebuild().build();

        assertThat(rebuilt.writeValueAsString(ORDER)).isEqualTo(MASKED);
        assertThat(rebuilt.rebuild().build().writeValueAsString(ORDER)).isEqualTo(MASKED);
    }

    @Test
    void itStaysWhateverTheBuilderIsToldLater() {
        JsonMapper rebuilt = MAPPER.rebuild()
                .annotationIntrospector(new JacksonAnnotationIntrospector())
                .serializerFactory(BeanSerializerFactory.instance)
                .addMixIn(Card.class, Object.class)
                .build();

        assertThat(rebuilt.writeValueAsString(ORDER)).isEqualTo(MASKED);
    }

    @Test
    void itCanBeAddedToAMapperThatHasWrittenBefore() {
        JsonMapper before = new JsonMapper();
        before.writeValueAsString(ORDER);

        assertThat(before.rebuild().addModule(MaskingModule.of(MASKING)).build().writeValueAsString(ORDER))
                .isEqualTo(MASKED);
    }

    @Test
    void theLastMaskingOfAMapperCounts() {
        MaskingPolicy strict = MaskingPolicy.builder()
                .dataClass("pan", Masks.erase())
                .dataClass("name", Masks.erase())
                .dataClass("phone", Masks.erase())
                .dataClass("email", Masks.erase())
                .build();
        JsonMapper mapper =
                MAPPER.rebuild().addModule(MaskingModule.of(Masking.of(strict))).build();

        assertThat(mapper.writeValueAsString(ORDER)).contains("\"number\":\"[masked]\"");
        assertThat(MAPPER.writeValueAsString(ORDER)).isEqualTo(MASKED);
    }

    @Test
    void noMapperFindsTheModuleByItself() {
        assertThat(MapperBuilder.findModules(MaskingModule.class.getClassLoader()))
                .noneMatch(MaskingModule.class::isInstance);
    }

    @Test
    void aMapperWithMaskingCantBeStored() throws Exception {
        try (ObjectOutputStream out = new ObjectOutputStream(new ByteArrayOutputStream())) {
            assertThatThrownBy(() -> out.writeObject(MAPPER)).isInstanceOf(NotSerializableException.class);
        }
    }

    @Test
    void aMapperWithContextsOfItsOwnIsRefused() {
        MapperBuilder<?, ?> builder =
                JsonMapper.builder().serializationContexts(new OwnContexts()).addModule(MaskingModule.of(MASKING));

        assertThatThrownBy(builder::build)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(OwnContexts.class.getName());
    }

    @Test
    void aSerializerCalledByAnotherMapperRefuses() {
        var serializer = MAPPER._serializationContext().findValueSerializer(Card.class);
        SerializationContextExt other = new JsonMapper()._serializationContext();
        var generator = new JsonMapper().createGenerator(new ByteArrayOutputStream());

        assertThatThrownBy(() -> serializer.serialize(ORDER.card(), generator, other))
                .hasMessageContaining("another mapper")
                .hasMessageNotContaining("4111");
    }

    /** As mappers of XML have. */
    private static final class OwnContexts extends SerializationContexts.DefaultImpl {
        private static final long serialVersionUID = 1L;
    }
}
