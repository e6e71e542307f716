package io.maskwire.jackson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationConfig;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import com.fasterxml.jackson.databind.cfg.CacheProvider;
import com.fasterxml.jackson.databind.cfg.DefaultCacheProvider;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.ser.BeanSerializerFactory;
import com.fasterxml.jackson.databind.ser.DefaultSerializerProvider;
import com.fasterxml.jackson.databind.ser.SerializerFactory;
import io.maskwire.Masking;
import io.maskwire.policy.Audience;
import io.maskwire.policy.MaskingPolicy;
import io.maskwire.policy.Masks;
import io.maskwire.policy.Redact;
import io.maskwire.policy.RedactStyle;
import io.maskwire.policy.Sensitive;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.NotSerializableException;
import java.io.ObjectOutputStream;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class Jackson2MaskingModuleTest {

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
            JsonMapper.builder().addModule(Jackson2MaskingModule.of(MASKING)).build();

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
    void anonymousSeesMaskedValues() throws Exception {
        assertThat(MAPPER.writeValueAsString(ORDER)).isEqualTo(MASKED);
    }

    @Test
    void anAudienceSeesInClearWhatItWasGrantedAndNothingElse() throws Exception {
        String json = Jackson2MaskingModule.writer(MAPPER, Audience.role("fraud-desk"))
                .writeValueAsString(ORDER);

        assertThat(json).isEqualTo(MASKED.replace("411111******1111", "4111111111111111"));
    }

    @Test
    void oneMapperServesAllAudiencesInAnyOrder() throws Exception {
        String forTheDesk = Jackson2MaskingModule.writer(MAPPER, Audience.role("fraud-desk"))
                .writeValueAsString(ORDER);
        String forNobody = MAPPER.writeValueAsString(ORDER);

        assertThat(Jackson2MaskingModule.writer(MAPPER, Audience.anonymous()).writeValueAsString(ORDER))
                .isEqualTo(forNobody)
                .isNotEqualTo(forTheDesk);
        assertThat(Jackson2MaskingModule.writer(MAPPER, Audience.role("fraud-desk"))
                        .writeValueAsString(ORDER))
                .isEqualTo(forTheDesk);
    }

    @Test
    void anAudienceNobodyDeclaredSeesOnlyMarkers() throws Exception {
        String json =
                Jackson2MaskingModule.writer(MAPPER, Audience.role("stranger")).writeValueAsString(ORDER);

        assertThat(json)
                .isEqualTo("{\"id\":\"o-1\",\"customer\":\"[masked]\",\"phone\":\"[masked]\","
                        + "\"copies\":[\"[masked]\",\"[masked]\"],"
                        + "\"card\":{\"number\":\"[masked]\",\"brand\":\"visa\"}}");
    }

    @Test
    void anAudienceThatIsNoAudienceSeesOnlyMarkers() throws Exception {
        String json =
                MAPPER.writer().withAttribute(Audience.class, "fraud-desk").writeValueAsString(ORDER);

        assertThat(json).contains("\"number\":\"[masked]\"");
    }

    @Test
    void whatIsReadIsNotChanged() throws Exception {
        String json = new JsonMapper().writeValueAsString(ORDER);

        assertThat(MAPPER.readValue(json, Order.class)).isEqualTo(ORDER);
    }

    @Test
    void aMapperWithoutTheModuleGivesNoWriter() throws Exception {
        assertThatThrownBy(() -> Jackson2MaskingModule.writer(new JsonMapper(), Audience.anonymous()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("registerModule(Jackson2MaskingModule.of(masking))");
    }

    @Test
    void aMapperThatLostTheModuleGivesNoWriter() {
        JsonMapper mapper = masking();
        mapper.setSerializerProvider(new DefaultSerializerProvider.Impl());

        assertThatThrownBy(() -> Jackson2MaskingModule.writer(mapper, Audience.anonymous()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("serializer provider was set afterwards");
        assertThatThrownBy(() -> mapper.writeValueAsString(ORDER))
                .hasMessageContaining("another mapper")
                .hasMessageNotContaining("4111");
    }

    @Test
    void addedTwiceItMasksOnce() throws Exception {
        JsonMapper mapper = masking();
        mapper.registerModule(Jackson2MaskingModule.of(MASKING));

        assertThat(mapper.writeValueAsString(ORDER)).isEqualTo(MASKED);
    }

    @Test
    void aSecondMaskingIsRefusedAndTheFirstStays() throws Exception {
        JsonMapper mapper = masking();
        Jackson2MaskingModule other = Jackson2MaskingModule.of(Masking.of(policy()));

        for (ObjectMapper each : List.of(mapper, mapper, mapper.copy())) {
            assertThatThrownBy(() -> each.registerModule(other))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("begin with a new mapper");
            assertThat(each.writeValueAsString(ORDER)).isEqualTo(MASKED);
        }
    }

    @Test
    void itStaysThroughCopies() throws Exception {
        ObjectMapper copy = MAPPER.copy().copy();

        assertThat(copy.writeValueAsString(ORDER)).isEqualTo(MASKED);
        assertThat(MAPPER.rebuild().build().writeValueAsString(ORDER)).isEqualTo(MASKED);
        assertThat(Jackson2MaskingModule.writer(copy, Audience.role("fraud-desk"))
                        .writeValueAsString(ORDER))
                .contains("4111111111111111");
    }

    @Test
    void aCopyKnowsItsOwnMixIns() throws Exception {
        ObjectMapper copy = MAPPER.copy().addMixIn(Parcel.class, ParcelMixIn.class);

        assertThat(copy.writeValueAsString(new Parcel("Zoë Müller"))).isEqualTo("\"[masked]\"");
        assertThat(MAPPER.writeValueAsString(new Parcel("Zoë Müller"))).isEqualTo("\"to Zoë Müller\"");
    }

    @Test
    void aMixInMayComeLater() throws Exception {
        JsonMapper mapper = masking();
        mapper.addMixIn(Parcel.class, ParcelMixIn.class);

        assertThat(mapper.writeValueAsString(new Parcel("Zoë Müller"))).isEqualTo("\"[masked]\"");
    }

    @Test
    void itStaysWhateverTheMapperIsToldLater() throws Exception {
        JsonMapper mapper = masking();
        mapper.setAnnotationIntrospector(new JacksonAnnotationIntrospector());
        mapper.setSerializerFactory(BeanSerializerFactory.instance);
        mapper.setCacheProvider(DefaultCacheProvider.defaultInstance());
        mapper.addMixIn(Parcel.class, ParcelMixIn.class);

        assertThat(mapper.writeValueAsString(ORDER)).isEqualTo(MASKED);
        assertThat(mapper.writeValueAsString(new Parcel("Zoë Müller"))).isEqualTo("\"[masked]\"");
        assertThat(mapper.writeValueAsString(new Keyed(Map.of("zoe@example.com", 1))))
                .isEqualTo("{\"all\":{\"z***@***.com\":1}}");
    }

    @Test
    void itCanBeAddedToAMapperThatHasWrittenBefore() throws Exception {
        JsonMapper mapper = new JsonMapper();
        mapper.writeValueAsString(ORDER);
        mapper.registerModule(Jackson2MaskingModule.of(MASKING));

        assertThat(mapper.writeValueAsString(ORDER)).isEqualTo(MASKED);
    }

    @Test
    void twoMappersMaskByTwoPolicies() throws Exception {
        MaskingPolicy strict = MaskingPolicy.builder()
                .dataClass("pan", Masks.erase())
                .dataClass("name", Masks.erase())
                .dataClass("phone", Masks.erase())
                .dataClass("email", Masks.erase())
                .build();
        JsonMapper other = JsonMapper.builder()
                .addModule(Jackson2MaskingModule.of(Masking.of(strict)))
                .build();

        assertThat(other.writeValueAsString(ORDER)).contains("\"number\":\"[masked]\"");
        assertThat(MAPPER.writeValueAsString(ORDER)).isEqualTo(MASKED);
    }

    @Test
    void aFactoryOfAnotherMapperMasksTheSame() throws Exception {
        JsonFactory factory = new JsonMapper().getFactory();
        JsonMapper mapper = new JsonMapper(factory);
        mapper.registerModule(Jackson2MaskingModule.of(MASKING));

        assertThat(factory.getCodec()).isNotSameAs(mapper);
        assertThat(mapper.writeValueAsString(new Handing(ORDER))).isEqualTo("[" + MASKED + "," + MASKED + "]");
    }

    @Test
    void whatASerializerHandsToItsGeneratorIsForTheSameAudience() throws Exception {
        String json = Jackson2MaskingModule.writer(MAPPER, Audience.role("fraud-desk"))
                .writeValueAsString(new Handing(ORDER));
        String order = MASKED.replace("411111******1111", "4111111111111111");

        assertThat(json).isEqualTo("[" + order + "," + order + "]");
        assertThat(MAPPER.writeValueAsString(new Handing(ORDER))).isEqualTo("[" + MASKED + "," + MASKED + "]");
    }

    @Test
    void noMapperFindsTheModuleByItself() {
        assertThat(ObjectMapper.findModules(Jackson2MaskingModule.class.getClassLoader()))
                .noneMatch(Jackson2MaskingModule.class::isInstance);
    }

    @Test
    void aMapperWithMaskingCantBeStored() throws Exception {
        try (ObjectOutputStream out = new ObjectOutputStream(new ByteArrayOutputStream())) {
            assertThatThrownBy(() -> out.writeObject(MAPPER)).isInstanceOf(NotSerializableException.class);
        }
    }

    @Test
    void aMapperWithAProviderOfItsOwnIsRefused() {
        JsonMapper mapper = new JsonMapper();
        mapper.setSerializerProvider(new OwnProvider());

        assertThatThrownBy(() -> mapper.registerModule(Jackson2MaskingModule.of(MASKING)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(OwnProvider.class.getName());
    }

    @Test
    void aSerializerCalledByAnotherMapperRefuses() throws Exception {
        var serializer = MAPPER.getSerializerProviderInstance().findValueSerializer(Card.class);
        var other = new JsonMapper().getSerializerProviderInstance();
        var generator = new JsonMapper().createGenerator(new ByteArrayOutputStream());

        assertThatThrownBy(() -> serializer.serialize(ORDER.card(), generator, other))
                .hasMessageContaining("another mapper")
                .hasMessageNotContaining("4111");
    }

    private static JsonMapper masking() {
        return JsonMapper.builder().addModule(Jackson2MaskingModule.of(MASKING)).build();
    }

    record Keyed(Map<@Sensitive("email") String, Integer> all) {}

    /** Written by a serializer that no modifier sees. */
    @JsonSerialize(using = ParcelSerializer.class)
    record Parcel(String receiver) {}

    abstract static class ParcelMixIn {
        @Sensitive("phone")
        String receiver;
    }

    static final class ParcelSerializer extends JsonSerializer<Parcel> {
        @Override
        public void serialize(Parcel parcel, JsonGenerator g, SerializerProvider context) throws IOException {
            g.writeString("to " + parcel.receiver());
        }
    }

    /** Lets the generator find the serializer, in both ways there are. */
    @JsonSerialize(using = HandingSerializer.class)
    record Handing(Order order) {}

    static final class HandingSerializer extends JsonSerializer<Handing> {
        @Override
        public void serialize(Handing handing, JsonGenerator g, SerializerProvider context) throws IOException {
            g.writeStartArray();
            g.writeObject(handing.order());
            g.writePOJO(handing.order());
            g.writeEndArray();
        }
    }

    /** As mappers of XML have. */
    private static final class OwnProvider extends DefaultSerializerProvider {
        private static final long serialVersionUID = 1L;

        @Override
        public DefaultSerializerProvider createInstance(SerializationConfig config, SerializerFactory factory) {
            return this;
        }

        @Override
        public DefaultSerializerProvider withCaches(CacheProvider caches) {
            return this;
        }
    }
}
