package io.maskwire.jackson;

import static io.maskwire.jackson.Case.SECRET;

import io.maskwire.policy.Sensitive;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.util.JsonGeneratorDelegate;
import tools.jackson.databind.JacksonSerializable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.annotation.JsonAppend;
import tools.jackson.databind.annotation.JsonNaming;
import tools.jackson.databind.annotation.JsonSerialize;
import tools.jackson.databind.jsontype.TypeSerializer;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.ser.std.StdSerializer;
import tools.jackson.databind.ser.std.ToStringSerializer;
import tools.jackson.databind.util.StdConverter;
import tools.jackson.databind.util.TokenBuffer;

/** Marked values written by serializers of the application's own. */
final class Jackson3Serializers {

    private Jackson3Serializers() {}

    static final class Shouting extends ValueSerializer<String> {
        @Override
        public void serialize(String value, JsonGenerator g, SerializationContext context) {
            g.writeString("!" + value);
        }
    }

    static class Using {
        public String id = "visible";

        @Sensitive("secret")
        @JsonSerialize(using = Shouting.class)
        public String secret = SECRET;
    }

    static class ContentUsing {
        public String id = "visible";

        @Sensitive("secret")
        @JsonSerialize(contentUsing = Shouting.class)
        public List<String> all = List.of(SECRET);

        @JsonSerialize(contentUsing = Shouting.class)
        public Map<String, @Sensitive("secret") String> map = Map.of("name", SECRET);
    }

    /** Names as the class has them, and one value without a mark. */
    static final class SameNames extends ValueSerializer<Person> {
        @Override
        public void serialize(Person person, JsonGenerator g, SerializationContext context) {
            g.writeStartObject(person);
            g.writeStringProperty("id", person.id);
            g.writeStringProperty("secret", person.secret);
            g.writeNullProperty("nothing");
            g.writeEndObject();
        }

        @Override
        public void serializeWithType(
                Person value, JsonGenerator g, SerializationContext context, TypeSerializer typed) {
            serialize(value, g, context);
        }
    }

    static class Person {
        public String id = "visible";

        @Sensitive("secret")
        public String secret = SECRET;

        @Sensitive("secret")
        public String nothing;

        @Override
        public String toString() {
            return "Person " + secret;
        }
    }

    @JsonSerialize(using = SameNames.class)
    static class ClassUsing extends Person {}

    static final class OtherNames extends ValueSerializer<Person> {
        @Override
        public void serialize(Person person, JsonGenerator g, SerializationContext context) {
            g.writeStartObject(person);
            g.writeStringProperty("id", person.id);
            g.writeStringProperty("social", person.secret);
            g.writeName("list");
            g.writeStartArray();
            g.writeStartObject();
            g.writeStringProperty("deep", person.secret);
            g.writeEndObject();
            g.writeString(person.secret);
            g.writeEndArray();
            g.writeEndObject();
        }
    }

    @JsonSerialize(using = OtherNames.class)
    static class ClassUsingOtherNames extends Person {}

    static final class AsText extends ValueSerializer<Person> {
        @Override
        public void serialize(Person person, JsonGenerator g, SerializationContext context) {
            g.writeString(person.id + " " + person.secret);
        }
    }

    @JsonSerialize(using = AsText.class)
    static class ClassUsingText extends Person {}

    /** Registered with a module, not by an annotation. */
    static class Registered extends Person {}

    static final class RegisteredSerializer extends StdSerializer<Registered> {
        RegisteredSerializer() {
            super(Registered.class);
        }

        @Override
        public void serialize(Registered person, JsonGenerator g, SerializationContext context) {
            g.writeStartObject(person);
            g.writeStringProperty("id", person.id);
            g.writeStringProperty("secret", person.secret);
            g.writeEndObject();
        }
    }

    static class SelfSerializing extends Person implements JacksonSerializable {
        @Override
        public void serialize(JsonGenerator g, SerializationContext context) {
            g.writeStartObject(this);
            g.writeStringProperty("id", id);
            g.writeStringProperty("secret", secret);
            g.writeEndObject();
        }

        @Override
        public void serializeWithType(JsonGenerator g, SerializationContext context, TypeSerializer typed) {
            serialize(g, context);
        }
    }

    static final class ToText extends StdConverter<Person, String> {
        @Override
        public String convert(Person person) {
            return person.toString();
        }
    }

    static final class ToMap extends StdConverter<Person, Map<String, Object>> {
        @Override
        public Map<String, Object> convert(Person person) {
            return Map.of("id", person.id, "secret", person.secret);
        }
    }

    static class PropertyConverter {
        public String id = "visible";

        @JsonSerialize(converter = ToText.class)
        public Person person = new Person();

        @JsonSerialize(contentConverter = ToText.class)
        public List<Person> all = List.of(new Person());
    }

    static class MarkedConverted {
        public String id = "visible";

        @Sensitive("secret")
        @JsonSerialize(converter = Upper.class)
        public String secret = SECRET;
    }

    static final class Upper extends StdConverter<String, String> {
        @Override
        public String convert(String text) {
            return "+" + text;
        }
    }

    @JsonSerialize(converter = ToText.class)
    static class ClassConverterToText extends Person {}

    @JsonSerialize(converter = ToMap.class)
    static class ClassConverterToMap extends Person {}

    static class MarkedClassAsText {
        public String id = "visible";

        @JsonSerialize(using = ToStringSerializer.class)
        public Person person = new Person();

        @JsonSerialize(contentUsing = ToStringSerializer.class)
        public List<Person> all = List.of(new Person());
    }

    static class UndeclaredClassAsText {
        public String id = "visible";

        @JsonSerialize(using = ToStringSerializer.class)
        public Object person = new Person();

        @JsonSerialize(contentUsing = ToStringSerializer.class)
        public List<Object> all = List.of(new Person());
    }

    static class OfJsonNode {
        public String id = "visible";

        @Sensitive("secret")
        public JsonNode node = JsonNodeFactory.instance
                .objectNode()
                .put("a", SECRET)
                .put("n", 471101)
                .putNull("nothing")
                .set("list", JsonNodeFactory.instance.arrayNode().add(SECRET));
    }

    static class OfPojoNode {
        public String id = "visible";
        public JsonNode node = JsonNodeFactory.instance.objectNode().putPOJO("person", new Person());
    }

    @JsonNaming(PropertyNamingStrategies.UpperSnakeCaseStrategy.class)
    static class Named {
        public String id = "visible";

        @Sensitive("secret")
        public String secretText = SECRET;
    }

    /** Passes everything on, as a serializer that counts or filters does. */
    static final class Wrapping extends ValueSerializer<Object> {
        @Override
        public void serialize(Object value, JsonGenerator g, SerializationContext context) {
            context.writeValue(new JsonGeneratorDelegate(g, false), value);
        }
    }

    static class WrapsTheGenerator {
        public String id = "visible";

        @JsonSerialize(using = Wrapping.class)
        public Person person = new Person();

        @Sensitive("secret")
        @JsonSerialize(using = Wrapping.class)
        public Object marked = List.of(SECRET);
    }

    /** Writes to a buffer first and copies that. */
    static final class Buffering extends ValueSerializer<Object> {
        @Override
        public void serialize(Object value, JsonGenerator g, SerializationContext context) {
            try (TokenBuffer buffer = context.bufferForValueConversion()) {
                context.writeValue(buffer, value);
                buffer.serialize(g);
            }
        }
    }

    static class WritesThroughABuffer {
        public String id = "visible";

        @JsonSerialize(using = Buffering.class)
        public Inner inner = new Inner();

        @Sensitive("secret")
        @JsonSerialize(using = Buffering.class)
        public Object marked = List.of(SECRET, 471101);
    }

    static class Inner {
        public Person person = new Person();
    }

    /** Calls each way to write a scalar once. */
    static final class EveryScalar extends ValueSerializer<String> {
        @Override
        public void serialize(String text, JsonGenerator g, SerializationContext context) {
            byte[] utf8 = text.getBytes(java.nio.charset.StandardCharsets.UTF_8);
            g.writeStartArray();
            g.writeString(text);
            g.writeString(new StringReader(text), -1);
            g.writeString(new StringReader(text), text.length());
            g.writeString(text.toCharArray(), 0, text.length());
            g.writeString(new tools.jackson.core.io.SerializedString(text));
            g.writeUTF8String(utf8, 0, utf8.length);
            g.writeRawUTF8String(utf8, 0, utf8.length);
            g.writeBinary(utf8);
            g.writeBinary(new java.io.ByteArrayInputStream(utf8), utf8.length);
            g.writeNumber((short) 4711);
            g.writeNumber(471101);
            g.writeNumber(4711000000L);
            g.writeNumber(java.math.BigInteger.valueOf(4711));
            g.writeNumber(4711.5);
            g.writeNumber(4711.25f);
            g.writeNumber(new java.math.BigDecimal("4711.125"));
            g.writeNumber("4711e5");
            g.writeNumber("4711e6".toCharArray(), 0, 6);
            g.writeArray(new int[] {1, 471101, 2}, 1, 1);
            g.writeArray(new long[] {4711000000L}, 0, 1);
            g.writeArray(new double[] {4711.5}, 0, 1);
            g.writeArray(new String[] {text, null}, 0, 2);
            g.writeRawValue("\"" + text + "\"");
            g.writeRawValue(" 4711 ", 1, 4);
            g.writeRawValue("[4711]".toCharArray(), 0, 6);
            g.writeRawValue(new tools.jackson.core.io.SerializedString("{\"a\":4711}"));
            g.writePOJO(text);
            g.writeTree(JsonNodeFactory.instance.stringNode(text));
            g.writeNull();
            g.writeEndArray();
        }
    }

    static class WritesEveryScalar {
        public String id = "visible";

        @Sensitive("secret")
        @JsonSerialize(using = EveryScalar.class)
        public String secret = SECRET;
    }

    @JsonAppend(attrs = @JsonAppend.Attr("secret"))
    static class Appended {
        public String id = "visible";
    }
}
