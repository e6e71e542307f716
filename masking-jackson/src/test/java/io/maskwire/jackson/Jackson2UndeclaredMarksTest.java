package io.maskwire.jackson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonIdentityInfo;
import com.fasterxml.jackson.annotation.JsonIdentityReference;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.annotation.ObjectIdGenerator;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.SequenceWriter;
import com.fasterxml.jackson.databind.SerializationConfig;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import com.fasterxml.jackson.databind.exc.InvalidDefinitionException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.BeanSerializerModifier;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import com.fasterxml.jackson.databind.util.StdConverter;
import io.maskwire.Masking;
import io.maskwire.policy.MaskingPolicy;
import io.maskwire.policy.Masks;
import io.maskwire.policy.Sensitive;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Marks that what was declared doesn't show: of subclasses, of keys, of what converters and modifiers are given. */
class Jackson2UndeclaredMarksTest {

    private static final String SECRET = "tango-Zürich-4711";

    private static final Jackson2MaskingModule MASKING = Jackson2MaskingModule.of(Masking.of(
            MaskingPolicy.builder().dataClass("secret", Masks.erase()).build()));

    private final JsonMapper plain = builder().build();
    private final JsonMapper mapper = builder().addModule(MASKING).build();

    private static JsonMapper.Builder builder() {
        return JsonMapper.builder().disable(SerializationFeature.FAIL_ON_EMPTY_BEANS);
    }

    // What an application makes of the JDK's types

    static class Failure extends RuntimeException {
        private static final long serialVersionUID = 1L;

        @Sensitive("secret")
        public final String detail = SECRET;

        @Override
        public String toString() {
            return "Failure of " + detail;
        }
    }

    static class Secrets extends ArrayList<@Sensitive("secret") String> {
        private static final long serialVersionUID = 1L;

        Secrets() {
            add(SECRET);
        }
    }

    static class Owned extends ArrayList<String> {
        private static final long serialVersionUID = 1L;

        @Sensitive("secret")
        public String owner = SECRET;

        @Override
        public String toString() {
            return "of " + owner;
        }
    }

    static class Amount extends Number {
        private static final long serialVersionUID = 1L;

        @Sensitive("secret")
        public final long cents = 4711;

        @Override
        public int intValue() {
            return (int) cents;
        }

        @Override
        public long longValue() {
            return cents;
        }

        @Override
        public float floatValue() {
            return cents;
        }

        @Override
        public double doubleValue() {
            return cents;
        }

        @Override
        public String toString() {
            return Long.toString(cents);
        }
    }

    static class AsTexts {
        @JsonSerialize(using = ToStringSerializer.class)
        public RuntimeException failure = new Failure();

        @JsonSerialize(using = ToStringSerializer.class)
        public ArrayList<String> secrets = new Secrets();

        @JsonSerialize(using = ToStringSerializer.class)
        public ArrayList<String> owned = new Owned();

        @JsonSerialize(using = ToStringSerializer.class)
        public Number amount = new Amount();

        @JsonSerialize(contentUsing = ToStringSerializer.class)
        public List<RuntimeException> failures = List.of(new Failure());

        @JsonSerialize(using = ToStringSerializer.class)
        public Number count = 7;
    }

    @Test
    void aSerializerNamedForATypeOfTheJdkMasksWhatTheApplicationMadeOfIt() throws Exception {
        assertThat(plain.writeValueAsString(new AsTexts())).contains("Failure of " + SECRET, "4711");

        assertThat(mapper.readTree(mapper.writeValueAsString(new AsTexts())))
                .isEqualTo(mapper.readTree("{\"failure\":\"[masked]\",\"secrets\":\"[masked]\",\"owned\":\"[masked]\","
                        + "\"amount\":\"[masked]\",\"failures\":[\"[masked]\"],\"count\":\"7\"}"));
    }

    // Subclasses that mark what they inherit

    static class Base {
        public String getName() {
            return "open";
        }

        public int getSize() {
            return 2;
        }
    }

    static class Marked extends Base {
        @Sensitive("secret")
        @Override
        public String getName() {
            return SECRET;
        }

        @Override
        public String toString() {
            return "Marked " + getName();
        }
    }

    static class AsBase {
        @JsonSerialize(as = Base.class)
        public Object one = new Marked();

        @JsonSerialize(contentAs = Base.class)
        public List<?> all = List.of(new Marked(), new Base());

        @JsonSerialize(typing = JsonSerialize.Typing.STATIC)
        public Base typed = new Marked();

        @JsonSerialize(typing = JsonSerialize.Typing.STATIC)
        public Map<String, Base> byName = Map.of("k", new Marked());
    }

    private static final String MASKED = "{\"name\":\"[masked]\",\"size\":2}";
    private static final String OPEN = "{\"name\":\"open\",\"size\":2}";

    @Test
    void aMarkOfASubclassHoldsWherePropertiesAreWrittenAsASuperclass() throws Exception {
        assertThat(plain.writeValueAsString(new AsBase())).contains(SECRET);

        assertThat(mapper.readTree(mapper.writeValueAsString(new AsBase())))
                .isEqualTo(mapper.readTree("{\"one\":" + MASKED + ",\"all\":[" + MASKED + "," + OPEN + "],\"typed\":"
                        + MASKED + ",\"byName\":{\"k\":" + MASKED + "}}"));
    }

    static class Holder {
        public Base one = new Marked();
        public List<Base> all = List.of(new Marked(), new Base());
        public Base[] array = {new Marked()};

        @JsonUnwrapped(prefix = "in-")
        public Base inner = new Marked();

        @JsonFormat(shape = JsonFormat.Shape.ARRAY)
        public Base positional = new Marked();

        @JsonTypeInfo(use = JsonTypeInfo.Id.MINIMAL_CLASS, property = "kind")
        public Base kind = new Marked();
    }

    @Test
    void aMarkOfASubclassHoldsUnderStaticTyping() throws Exception {
        JsonMapper isStatic = builder()
                .enable(MapperFeature.USE_STATIC_TYPING)
                .addModule(MASKING)
                .build();

        assertThat(plain.writeValueAsString(new Holder())).contains(SECRET);
        // Without the name that the class knows, nobody can tell the members apart.
        assertThat(mapper.readTree(isStatic.writeValueAsString(new Holder())))
                .isEqualTo(mapper.readTree("{\"one\":" + MASKED + ",\"all\":[" + MASKED + "," + OPEN + "],\"array\":["
                        + MASKED
                        + "],\"in-name\":\"[masked]\",\"in-size\":\"[masked]\",\"positional\":[\"[masked]\",\"[masked]\"],"
                        + "\"kind\":{\"kind\":\"." + Marked.class.getName().replaceAll(".*\\.", "")
                        + "\",\"name\":\"[masked]\",\"size\":2}}"));
    }

    @Test
    void aMarkOfASubclassHoldsForAWriterOfASuperclass() throws Exception {
        JavaType all = mapper.getTypeFactory().constructCollectionType(List.class, Base.class);
        List<Base> both = List.of(new Marked(), new Base());
        assertThat(plain.writerFor(all).writeValueAsString(both)).contains(SECRET);

        assertThat(mapper.writerFor(Base.class).writeValueAsString(new Marked()))
                .isEqualTo(MASKED);
        assertThat(mapper.writerFor(Base.class).writeValueAsString(new Base())).isEqualTo(OPEN);
        assertThat(mapper.writerFor(all).writeValueAsString(both)).isEqualTo("[" + MASKED + "," + OPEN + "]");
        assertThat(mapper.writerFor(Base[].class).writeValueAsString(new Base[] {new Marked()}))
                .isEqualTo("[" + MASKED + "]");
    }

    @Test
    void aMarkOfASubclassHoldsInASequence() throws Exception {
        StringWriter out = new StringWriter();
        try (SequenceWriter sequence = mapper.writerFor(Base.class).writeValuesAsArray(out)) {
            sequence.write(new Base());
            sequence.write(new Marked());
        }

        assertThat(out.toString()).isEqualTo("[" + OPEN + "," + MASKED + "]");
    }

    static class Mixed {
        public String name = SECRET;
    }

    abstract static class MixIn {
        @Sensitive("secret")
        public String name;
    }

    @Test
    void aMixInThatComesAfterItsClassWasWrittenMasks() throws Exception {
        JsonMapper late = builder().addModule(MASKING).build();
        assertThat(late.writeValueAsString(new Mixed())).contains(SECRET);

        late.addMixIn(Mixed.class, MixIn.class);

        assertThat(late.writeValueAsString(new Mixed())).isEqualTo("{\"name\":\"[masked]\"}");
        assertThat(late.writer().writeValueAsString(List.of(new Mixed()))).isEqualTo("[{\"name\":\"[masked]\"}]");
    }

    // Converters

    static final class ToText extends StdConverter<Object, String> {
        @Override
        public String convert(Object value) {
            return String.valueOf(value);
        }
    }

    static final class ToMap extends StdConverter<Base, Map<String, Object>> {
        @Override
        public Map<String, Object> convert(Base value) {
            Map<String, Object> map = new LinkedHashMap<>();
            map.put("called", value.getName());
            return map;
        }
    }

    static final class ToList extends StdConverter<Base, List<Object>> {
        @Override
        public List<Object> convert(Base value) {
            return List.of(value.getName(), List.of(value.getSize()));
        }
    }

    static class Converted {
        @JsonSerialize(converter = ToText.class)
        public Object text = new Marked();

        @JsonSerialize(contentConverter = ToText.class)
        public List<Object> texts = List.of(new Marked(), "open");

        @JsonSerialize(converter = ToMap.class)
        public Base map = new Marked();

        @JsonSerialize(converter = ToList.class)
        public Base list = new Marked();

        @JsonSerialize(contentConverter = ToMap.class)
        public Map<String, Base> maps = Map.of("k", new Marked());
    }

    static class ConvertedOpen {
        @JsonSerialize(converter = ToText.class)
        public Object text = List.of(1, 2);

        @JsonSerialize(contentConverter = ToMap.class)
        public List<Base> maps = List.of(new Base(), new Base());

        @JsonSerialize(contentConverter = ToText.class)
        public Map<String, List<Integer>> nested = Map.of("k", List.of(1));

        @JsonSerialize(converter = ToList.class, contentConverter = ToText.class)
        public Base twice = new Base();

        @JsonSerialize(contentConverter = ToText.class)
        public List<Object> none = null;
    }

    @Test
    void aConverterForASupertypeMasksWhatItMakesOfAMarkedClass() throws Exception {
        assertThat(plain.writeValueAsString(new Converted())).contains("Marked " + SECRET);

        String masked = mapper.writeValueAsString(new Converted());

        assertThat(masked).doesNotContain(SECRET);
        assertThat(mapper.readTree(masked))
                .isEqualTo(mapper.readTree("{\"text\":\"[masked]\",\"texts\":[\"[masked]\",\"open\"],"
                        + "\"map\":{\"called\":\"[masked]\"},\"list\":[\"[masked]\",[\"[masked]\"]],"
                        + "\"maps\":{\"k\":{\"called\":\"[masked]\"}}}"));
    }

    @Test
    void whatAConverterMakesOfOtherClassesIsWrittenAsJacksonDoes() throws Exception {
        assertThat(mapper.writeValueAsString(new ConvertedOpen()))
                .isEqualTo(plain.writeValueAsString(new ConvertedOpen()));
    }

    // Keys

    static final class KeyAsText extends JsonSerializer<Object> {
        @Override
        public void serialize(Object key, JsonGenerator g, SerializerProvider context) throws IOException {
            g.writeFieldName(String.valueOf(key));
        }
    }

    static class Keys {
        @JsonSerialize(keyUsing = KeyAsText.class)
        public Map<Marked, Integer> declared = Map.of(new Marked(), 1);

        @JsonSerialize(keyUsing = KeyAsText.class)
        public Map<Object, Integer> any = Map.of(new Marked(), 1);

        @JsonSerialize(keyUsing = KeyAsText.class)
        public Map<Object, Integer> open = Map.of("k", 1);

        public Map<Base, Integer> base = Map.of(new Marked(), 1);
        public Map<RuntimeException, Integer> failures = Map.of(new Failure(), 1);
    }

    private static final String MASKED_KEYS = "{\"declared\":{\"[masked]\":1},\"any\":{\"[masked]\":1},"
            + "\"open\":{\"k\":1},\"base\":{\"[masked]\":1},\"failures\":{\"[masked]\":1}}";

    @Test
    void keysOfAMarkedClassAreMaskedWhateverTheMemberSays() throws Exception {
        assertThat(plain.writeValueAsString(new Keys())).contains("Marked " + SECRET, "Failure of " + SECRET);

        assertThat(mapper.readTree(mapper.writeValueAsString(new Keys()))).isEqualTo(mapper.readTree(MASKED_KEYS));
    }

    // Modifiers

    /** Puts serializers of its own in the place of all for beans and keys. */
    static final class Replacing extends BeanSerializerModifier {
        private static final long serialVersionUID = 1L;

        @Override
        public JsonSerializer<?> modifySerializer(
                SerializationConfig config, BeanDescription bean, JsonSerializer<?> serializer) {
            return Base.class.isAssignableFrom(bean.getBeanClass()) ? ToStringSerializer.instance : serializer;
        }

        @Override
        public JsonSerializer<?> modifyKeySerializer(
                SerializationConfig config, JavaType type, BeanDescription bean, JsonSerializer<?> key) {
            return new KeyAsText();
        }
    }

    private static SimpleModule replacing() {
        return new SimpleModule("replacing") {
            private static final long serialVersionUID = 1L;

            @Override
            public void setupModule(SetupContext context) {
                super.setupModule(context);
                context.addBeanSerializerModifier(new Replacing());
            }
        };
    }

    static Stream<Arguments> orders() {
        return Stream.of(
                Arguments.of(
                        "before",
                        builder().addModule(replacing()).addModule(MASKING).build()),
                Arguments.of(
                        "after",
                        builder().addModule(MASKING).addModule(replacing()).build()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("orders")
    void aModifierThatReplacesSerializersTakesNoMarkAway(String order, JsonMapper modified) throws Exception {
        assertThat(modified.writeValueAsString(List.of(new Marked()))).isEqualTo("[\"[masked]\"]");
        assertThat(mapper.readTree(modified.writeValueAsString(new Keys()))).isEqualTo(mapper.readTree(MASKED_KEYS));
    }

    // Object ids

    static final class ByContents extends ObjectIdGenerator<String> {
        private static final long serialVersionUID = 1L;

        @Override
        public Class<?> getScope() {
            return Object.class;
        }

        @Override
        public boolean canUseFor(ObjectIdGenerator<?> other) {
            return other instanceof ByContents;
        }

        @Override
        public ObjectIdGenerator<String> forScope(Class<?> scope) {
            return this;
        }

        @Override
        public ObjectIdGenerator<String> newForSerialization(Object context) {
            return this;
        }

        @Override
        public IdKey key(Object key) {
            return new IdKey(ByContents.class, Object.class, key);
        }

        @Override
        public String generateId(Object pojo) {
            return "id of " + pojo;
        }
    }

    @JsonIdentityInfo(generator = ByContents.class)
    static class Identified extends Marked {}

    @JsonIdentityInfo(generator = ByContents.class)
    static class IdentifiedOpen {
        @Override
        public String toString() {
            return "open";
        }
    }

    static class Reference {
        @JsonIdentityReference(alwaysAsId = true)
        public Identified to = new Identified();
    }

    @Test
    void idsOfTheApplicationsMakingAreRefusedForMarkedClasses() throws Exception {
        assertThat(plain.writeValueAsString(new Reference())).contains(SECRET);

        for (Object value : List.of(new IdentifiedOpen(), new Identified(), new Reference())) {
            if (value instanceof IdentifiedOpen) {
                assertThat(mapper.writeValueAsString(value)).contains("id of open");
            } else {
                assertThatThrownBy(() -> mapper.writeValueAsString(value))
                        .hasMessageContaining("its object ids are made by " + ByContents.class.getName())
                        .hasMessageContaining("ObjectIdGenerators")
                        .hasMessageNotContaining(SECRET);
            }
        }
    }

    // Messages

    private static String everythingSaidBy(Throwable failure) {
        StringWriter text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text));
        return text.toString();
    }

    public static final class Talkative {
        @Override
        public boolean equals(Object other) {
            if (other instanceof String) {
                throw new IllegalStateException("not " + other);
            }
            return false;
        }

        @Override
        public int hashCode() {
            return 0;
        }
    }

    static class Filtered {
        @Sensitive("secret")
        @JsonInclude(value = JsonInclude.Include.CUSTOM, valueFilter = Talkative.class)
        public String secret = SECRET;
    }

    static class FailingValue {
        @Sensitive("secret")
        private final String secret = SECRET;

        @JsonValue
        public String text() {
            throw new IllegalStateException("not " + secret);
        }
    }

    static class Nested {
        @Sensitive("secret")
        public List<Object> secrets = List.of(new Object() {
            public String getName() {
                throw new IllegalStateException("not " + SECRET);
            }
        });
    }

    @Test
    void whatFailsWhileAMarkedValueIsWrittenIsNotQuoted() {
        for (Object value : List.of(new Filtered(), new FailingValue(), new Nested())) {
            assertThat(everythingSaidBy(catchThrowable(() -> plain.writeValueAsString(List.of(value)))))
                    .contains(SECRET);

            Throwable failure = catchThrowable(() -> mapper.writeValueAsString(List.of(value)));

            assertThat(everythingSaidBy(failure))
                    .contains("it is classified", value.getClass().getName(), "java.lang.IllegalStateException")
                    .doesNotContain(SECRET);
        }
    }

    static class FailsInMap {
        public Map<Object, Object> map = Map.of(new Marked(), new Object() {
            public String getName() {
                throw new IllegalStateException("reason");
            }
        });
    }

    static class UnknownInMap {
        public Map<Object, Object> map = Map.of(new Marked(), new Object());
    }

    @Test
    void keysOnTheWayToAFailureAreNotNamed() {
        Throwable failure = catchThrowable(() -> mapper.writeValueAsString(new FailsInMap()));

        assertThat(everythingSaidBy(failure))
                .contains("FailsInMap[\"map\"]", "[\"*\"]", "reason")
                .doesNotContain(SECRET);
    }

    @Test
    void aDefinitionErrorStaysOneWithoutTheKeysOnTheWay() {
        JsonMapper strict = JsonMapper.builder()
                .enable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
                .addModule(MASKING)
                .build();

        assertThatThrownBy(() -> strict.writeValueAsString(new UnknownInMap()))
                .isInstanceOf(InvalidDefinitionException.class)
                .hasMessageContaining("[\"*\"]")
                .hasMessageNotContaining(SECRET);
    }

    @Test
    void aTargetThatFailsIsToldAsItIs() {
        OutputStream broken = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("pipe is gone");
            }
        };

        assertThatThrownBy(() -> mapper.writeValue(broken, List.of(new Marked(), SECRET.repeat(10_000))))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("pipe is gone");
    }
}
