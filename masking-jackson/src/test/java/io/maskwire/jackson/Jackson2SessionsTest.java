package io.maskwire.jackson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.core.util.JsonGeneratorDelegate;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SequenceWriter;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.util.TokenBuffer;
import io.maskwire.Masking;
import io.maskwire.policy.Audience;
import io.maskwire.policy.MaskingPolicy;
import io.maskwire.policy.Masks;
import io.maskwire.policy.RedactStyle;
import io.maskwire.policy.Sensitive;
import io.maskwire.spi.EventCounts;
import io.maskwire.spi.MaskingEvent;
import io.maskwire.spi.MaskingEvent.Action;
import io.maskwire.spi.MaskingSession;
import io.maskwire.spi.Outlet;
import io.maskwire.spi.SessionOpener;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Who decides for whom a document is. */
class Jackson2SessionsTest {

    record Person(String id, @Sensitive("secret") String secret) {}

    private static final Person PERSON = new Person("p-1", "tango");
    private static final Audience READER = Audience.role("reader");

    /** For another host. */
    static final class Undeclared extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Undeclared() {
            super("declare the host");
        }
    }

    /** A body with the audience it is for, as an adapter may hand it through code that knows no audience. */
    record Carrier(Object value, Audience audience) {}

    static final class CarrierSerializer extends JsonSerializer<Carrier> {
        @Override
        public void serialize(Carrier carrier, JsonGenerator g, SerializerProvider context) throws IOException {
            context.setAttribute(SessionOpener.class, (SessionOpener)
                    engine -> engine.open(Outlet.HTTP_RESPONSE, carrier.audience()));
            context.defaultSerializeValue(carrier.value(), g);
        }
    }

    private final EventCounts events = new EventCounts();
    private final Masking masking = Masking.builder(MaskingPolicy.builder()
                    .dataClass("secret", Masks.erase())
                    .field("$..byPath", "secret")
                    .audience(READER, grant -> grant.inClear("secret"))
                    .build())
            .events(events)
            .build();
    private final JsonMapper mapper = JsonMapper.builder()
            .addModule(Jackson2MaskingModule.of(masking))
            .addModule(new SimpleModule("carrier").addSerializer(Carrier.class, new CarrierSerializer()))
            .build();

    private long count(Action action, Outlet outlet, String audience) {
        return events.of(new MaskingEvent(action, outlet, "secret", audience));
    }

    private ObjectWriter refusing() {
        return Jackson2MaskingModule.writer(
                mapper.writer(), engine -> engine.openRefusing(Outlet.HTTP_REQUEST, Undeclared::new));
    }

    @Test
    void aRefusingSessionThrowsItsOwnExceptionAtTheFirstClassifiedValue() throws Exception {
        StringWriter out = new StringWriter();

        assertThatThrownBy(() -> refusing().writeValue(out, Map.of("zoe@example.com", List.of(PERSON))))
                .isExactlyInstanceOf(Undeclared.class)
                .hasMessage("declare the host")
                .hasNoCause();
        assertThat(out.toString()).doesNotContain("tango");
        assertThat(count(Action.REFUSED, Outlet.HTTP_REQUEST, "unknown")).isEqualTo(1);
    }

    @Test
    void aRefusingSessionFollowsPaths() throws Exception {
        assertThatThrownBy(() -> refusing().writeValueAsString(Map.of("byPath", 1)))
                .isInstanceOf(Undeclared.class);
    }

    @Test
    void aRefusingSessionWritesWhatIsNotClassified() throws Exception {
        assertThat(refusing().writeValueAsString(Map.of("id", 1))).isEqualTo("{\"id\":1}");
    }

    @Test
    void eachDocumentOfAWriterOpensASessionOfItsOwn() throws Exception {
        ObjectWriter writer = refusing();

        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> writer.writeValueAsString(PERSON)).isInstanceOf(Undeclared.class);
            assertThat(writer.writeValueAsString(1)).isEqualTo("1");
        }
    }

    @Test
    void aSessionIsOpenedAtMostOncePerDocument() throws Exception {
        int[] opened = {0};
        ObjectWriter writer = Jackson2MaskingModule.writer(mapper.writer(), engine -> {
            opened[0]++;
            return engine.open(Outlet.JSON, READER);
        });

        assertThat(writer.writeValueAsString(List.of(PERSON, PERSON))).contains("tango");
        assertThat(opened[0]).isEqualTo(1);
    }

    @Test
    void aSessionOfAnotherMaskingIsRefused() throws Exception {
        MaskingSession strange = Masking.of(masking.policy()).engine().open(Outlet.JSON, READER);
        ObjectWriter writer = Jackson2MaskingModule.writer(mapper.writer(), engine -> strange);

        assertThatThrownBy(() -> writer.writeValueAsString(PERSON)).hasMessageContaining("another masking");
    }

    @Test
    void anOpenerThatIsNoneSeesOnlyMarkers() throws Exception {
        ObjectWriter writer =
                Jackson2MaskingModule.writer(mapper, READER).withAttribute(SessionOpener.class, "anything");

        assertThat(writer.writeValueAsString(PERSON)).contains("\"secret\":\"[masked]\"");
    }

    @Test
    void aSerializerMayNameTheAudienceBeforeTheFirstValue() throws Exception {
        String json = mapper.writeValueAsString(new Carrier(List.of(PERSON), READER));

        assertThat(json).isEqualTo("[{\"id\":\"p-1\",\"secret\":\"tango\"}]");
        assertThat(mapper.writeValueAsString(new Carrier(Map.of("byPath", "x"), Audience.anonymous())))
                .isEqualTo("{\"byPath\":\"[masked]\"}");
        assertThat(count(Action.GIVEN_CLEAR, Outlet.HTTP_RESPONSE, "role:reader"))
                .isEqualTo(1);
        assertThat(count(Action.MASKED, Outlet.HTTP_RESPONSE, "anonymous")).isEqualTo(1);
    }

    @Test
    void aSequenceIsForOneAudience() throws Exception {
        StringWriter out = new StringWriter();
        try (SequenceWriter sequence =
                Jackson2MaskingModule.writer(mapper, READER).writeValuesAsArray(out)) {
            sequence.write(PERSON).write(Map.of("byPath", 1)).write(PERSON);
        }

        assertThat(out)
                .hasToString(
                        "[{\"id\":\"p-1\",\"secret\":\"tango\"},{\"byPath\":1},{\"id\":\"p-1\",\"secret\":\"tango\"}]");
    }

    @Test
    void aSequenceIsMaskedValueByValue() throws Exception {
        StringWriter out = new StringWriter();
        try (SequenceWriter sequence = mapper.writer().writeValuesAsArray(out)) {
            sequence.write(Map.of("byPath", List.of(1))).write(Map.of("id", 1)).write(PERSON);
        }

        assertThat(out)
                .hasToString("[{\"byPath\":[\"[masked]\"]},{\"id\":1},{\"id\":\"p-1\",\"secret\":\"[masked]\"}]");
    }

    @Test
    void aDocumentBegunByHandIsMaskedFromWhereTheMapperGoesOn() throws Exception {
        StringWriter out = new StringWriter();
        try (JsonGenerator g = mapper.createGenerator(out)) {
            g.writeStartObject();
            g.writeFieldName("byPath");
            g.writeStartArray();
            mapper.writeValue(g, List.of(1));
            g.writePOJO(PERSON);
            g.writeEndArray();
            g.writePOJOField("other", List.of(1));
            g.writePOJOField("byPath", List.of(1));
            g.writeEndObject();
        }

        assertThat(out)
                .hasToString("{\"byPath\":[[\"[masked]\"],{\"id\":\"[masked]\",\"secret\":\"[masked]\"}],"
                        + "\"other\":[1],\"byPath\":[\"[masked]\"]}");
    }

    /** Hands on to the mapper in the midst of a document, as code that knows only the mapper does. */
    static final class CallsTheMapper extends JsonSerializer<Object> {
        static JsonMapper mapper = new JsonMapper();

        @Override
        public void serialize(Object value, JsonGenerator g, SerializerProvider context) throws IOException {
            mapper.writeValue(new JsonGeneratorDelegate(g, false), value);
        }
    }

    static class Nesting {
        @JsonSerialize(using = CallsTheMapper.class)
        public Object value = List.of(PERSON, Map.of("byPath", 1));
    }

    @Test
    void aMapperCalledInTheMidstOfADocumentWritesForItsAudience() throws Exception {
        CallsTheMapper.mapper = mapper;

        assertThat(Jackson2MaskingModule.writer(mapper, READER).writeValueAsString(new Nesting()))
                .isEqualTo("{\"value\":[{\"id\":\"p-1\",\"secret\":\"tango\"},{\"byPath\":1}]}");
        assertThat(mapper.writeValueAsString(new Nesting()))
                .isEqualTo("{\"value\":[{\"id\":\"p-1\",\"secret\":\"[masked]\"},{\"byPath\":\"[masked]\"}]}");
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes(@JsonSubTypes.Type(value = Dog.class, name = "dog"))
    interface Animal {}

    record Dog(@Sensitive("secret") String owner, String byPath) implements Animal {}

    @Test
    void aWriterForOneTypeMasks() throws Exception {
        ObjectWriter forPersons = mapper.writerFor(new TypeReference<List<Person>>() {});
        ObjectWriter forAnimals = mapper.writerFor(Animal.class);
        ObjectWriter forManyAnimals = mapper.writerFor(new TypeReference<List<Animal>>() {});
        String dog = "{\"kind\":\"dog\",\"owner\":\"[masked]\",\"byPath\":\"[masked]\"}";

        assertThat(forPersons.writeValueAsString(List.of(PERSON)))
                .isEqualTo("[{\"id\":\"p-1\",\"secret\":\"[masked]\"}]");
        assertThat(forAnimals.writeValueAsString(new Dog("zoe", "x"))).isEqualTo(dog);
        assertThat(forManyAnimals.writeValueAsString(List.of(new Dog("zoe", "x"))))
                .isEqualTo("[" + dog + "]");
        assertThat(Jackson2MaskingModule.writer(forAnimals, READER).writeValueAsString(new Dog("zoe", "x")))
                .isEqualTo("{\"kind\":\"dog\",\"owner\":\"zoe\",\"byPath\":\"x\"}");
    }

    @Test
    void prettyPrintingIsAsWithoutMasking() throws Exception {
        Object value = Map.of("all", List.of(PERSON, List.of(), Map.of()));
        String plain = new JsonMapper().writerWithDefaultPrettyPrinter().writeValueAsString(value);

        assertThat(mapper.writerWithDefaultPrettyPrinter().writeValueAsString(value))
                .isEqualTo(plain.replace("tango", "[masked]"));
    }

    @Test
    void aMapperCalledInTheMidstJoinsTheDocumentAlsoWithoutPaths() throws Exception {
        JsonMapper annotationsOnly = JsonMapper.builder()
                .addModule(Jackson2MaskingModule.of(Masking.of(MaskingPolicy.builder()
                        .dataClass("secret", Masks.erase())
                        .audience(READER, grant -> grant.inClear("secret"))
                        .build())))
                .build();
        CallsTheMapper.mapper = annotationsOnly;

        assertThat(Jackson2MaskingModule.writer(annotationsOnly, READER).writeValueAsString(new Nesting()))
                .contains("\"secret\":\"tango\"");
        assertThatThrownBy(() -> Jackson2MaskingModule.writer(
                                annotationsOnly.writer(),
                                engine -> engine.openRefusing(Outlet.HTTP_REQUEST, Undeclared::new))
                        .writeValueAsString(List.of(new Nesting())))
                .isExactlyInstanceOf(Undeclared.class);
    }

    static class Counted {
        @JsonRawValue
        @Sensitive("secret")
        public String raw = "[1.50 , broken";

        public Map<@Sensitive("secret") String, Object> byPath = Map.of("tango", List.of(1, 2.5));
    }

    @Test
    void aCountingSessionChangesNothing() throws Exception {
        ObjectWriter counting =
                Jackson2MaskingModule.writer(mapper.writer(), engine -> engine.openCounting(Outlet.HTTP_REQUEST));

        assertThat(counting.writeValueAsString(new Counted()))
                .isEqualTo(new JsonMapper().writeValueAsString(new Counted()));
        assertThat(count(Action.WOULD_REFUSE, Outlet.HTTP_REQUEST, "unknown")).isPositive();
    }

    /** Writes to a buffer whose root is not the document's. */
    static final class Buffering extends JsonSerializer<Object> {
        @Override
        public void serialize(Object value, JsonGenerator g, SerializerProvider context) throws IOException {
            try (TokenBuffer buffer = context.bufferForValueConversion()) {
                context.defaultSerializeValue(value, buffer);
                buffer.serialize(g);
            }
        }
    }

    /** The same through the mapper. */
    static final class BufferingByTheMapper extends JsonSerializer<Object> {
        @Override
        public void serialize(Object value, JsonGenerator g, SerializerProvider context) throws IOException {
            try (TokenBuffer buffer = context.bufferForValueConversion()) {
                CallsTheMapper.mapper.writeValue(buffer, value);
                buffer.serialize(g);
            }
        }
    }

    record BufferedByTheMapper(
            @JsonSerialize(using = BufferingByTheMapper.class)
            Object inner) {}

    @Test
    void aBufferOfTheDocumentIsNoConversion() throws Exception {
        CallsTheMapper.mapper = mapper;

        assertThat(mapper.writeValueAsString(new BufferedByTheMapper(PERSON)))
                .isEqualTo("{\"inner\":{\"id\":\"p-1\",\"secret\":\"[masked]\"}}");
    }

    record Buffered(@JsonSerialize(using = Buffering.class) Object inner) {}

    record Both(@Sensitive("secret") String secret, String top, Object byPath) {}

    @Test
    void pathsDoNotBeginAnewInABuffer() throws Exception {
        JsonMapper atTheTop = JsonMapper.builder()
                .addModule(Jackson2MaskingModule.of(Masking.of(MaskingPolicy.builder()
                        .dataClass("secret", Masks.erase())
                        .field("$.top", "secret")
                        .field("$.inner.byPath", "secret")
                        .build())))
                .build();

        assertThat(atTheTop.writeValueAsString(new Buffered(new Both("tango", "visible", List.of(1)))))
                .isEqualTo("{\"inner\":{\"secret\":\"[masked]\",\"top\":\"visible\",\"byPath\":[\"[masked]\"]}}");
    }

    static final class WritesPojo extends JsonSerializer<Object> {
        @Override
        public void serialize(Object value, JsonGenerator g, SerializerProvider context) throws IOException {
            g.writePOJO(value);
        }
    }

    static class OfPojo {
        @JsonSerialize(using = WritesPojo.class)
        public Object value = PERSON;
    }

    @Test
    void aGeneratorOfAnotherMapperIsMaskedToo() throws Exception {
        Masking withoutPaths = Masking.of(
                MaskingPolicy.builder().dataClass("secret", Masks.erase()).build());
        JsonMapper annotationsOnly = JsonMapper.builder()
                .addModule(Jackson2MaskingModule.of(withoutPaths))
                .build();
        StringWriter out = new StringWriter();
        try (JsonGenerator g = new JsonMapper().createGenerator(out)) {
            annotationsOnly.writeValue(g, new OfPojo());
        }

        assertThat(out).hasToString("{\"value\":{\"id\":\"p-1\",\"secret\":\"[masked]\"}}");
    }

    static final class NamesAnAudience extends JsonSerializer<Object> {
        @Override
        public void serialize(Object value, JsonGenerator g, SerializerProvider context) throws IOException {
            context.setAttribute(Audience.class, READER);
            g.writeString("named");
        }
    }

    @JsonPropertyOrder({"first", "between", "last"})
    static class Renamed {
        @Sensitive("secret")
        public String first = "tango";

        @JsonSerialize(using = NamesAnAudience.class)
        public Object between = "";

        @Sensitive("mail")
        public String last = "zoe@example.com";
    }

    @Test
    void whoeverADocumentIsForAtItsFirstMarkItIsForToItsEnd() throws Exception {
        Masking marksOnly = Masking.of(MaskingPolicy.builder()
                .dataClass("secret", Masks.erase())
                .dataClass("mail", Masks.redact().style(RedactStyle.EMAIL))
                .audience(READER, grant -> grant.inClear("secret", "mail"))
                .build());
        JsonMapper mapper = JsonMapper.builder()
                .addModule(Jackson2MaskingModule.of(marksOnly))
                .build();

        assertThat(mapper.writeValueAsString(new Renamed()))
                .contains("[masked]")
                .doesNotContain("zoe@example.com");
        assertThat(mapper.writer().withAttribute(Audience.class, READER).writeValueAsString(new Renamed()))
                .contains("tango", "zoe@example.com");
    }
}
