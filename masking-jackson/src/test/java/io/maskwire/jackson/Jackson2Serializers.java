package io.maskwire.jackson;

import static io.maskwire.jackson.Case.SECRET;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.JsonGeneratorDelegate;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.JsonSerializable;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.annotation.JsonAppend;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import com.fasterxml.jackson.databind.jsontype.TypeSerializer;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import com.fasterxml.jackson.databind.util.StdConverter;
import com.fasterxml.jackson.databind.util.TokenBuffer;
import io.maskwire.policy.Sensitive;
import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.Map;

/** Marked values written by serializers of the application's own. */
final class Jackson2Serializers {

    private Jackson2Serializers() {}

    static final class Shouting extends JsonSerializer<String> {
        @Override
        public void serialize(String value, JsonGenerator g, SerializerProvider context) throws IOException {
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
    static final class SameNames extends JsonSerializer<Person> {
        @Override
        public void serialize(Person person, JsonGenerator g, SerializerProvider context) throws IOException {
            g.writeStartObject(person);
            g.writeStringField("id", person.id);
            g.writeStringField("secret", person.secret);
            g.writeNullField("nothing");
            g.writeEndObject();
        }

        @Override
        public void serializeWithType(Person value, JsonGenerator g, SerializerProvider context, TypeSerializer typed)
                throws IOException {
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

    static final class OtherNames extends JsonSerializer<Person> {
        @Override
        public void serialize(Person person, JsonGenerator g, SerializerProvider context) throws IOException {
            g.writeStartObject(person);
            g.writeStringField("id", person.id);
            g.writeStringField("social", person.secret);
            g.writeFieldName("list");
            g.writeStartArray();
            g.writeStartObject();
            g.writeStringField("deep", person.secret);
            g.writeEndObject();
            g.writeString(person.secret);
            g.writeEndArray();
            g.writeEndObject();
        }
    }

    @JsonSerialize(using = OtherNames.class)
    static class ClassUsingOtherNames extends Person {}

    static final class AsText extends JsonSerializer<Person> {
        @Override
        public void serialize(Person person, JsonGenerator g, SerializerProvider context) throws IOException {
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
        public void serialize(Registered person, JsonGenerator g, SerializerProvider context) throws IOException {
            g.writeStartObject(person);
            g.writeStringField("id", person.id);
            g.writeStringField("secret", person.secret);
            g.writeEndObject();
        }
    }

    static class SelfSerializing extends Person implements JsonSerializable {
        @Override
        public void serialize(JsonGenerator g, SerializerProvider context) throws IOException {
            g.writeStartObject(this);
            g.writeStringField("id", id);
            g.writeStringField("secret", secret);
            g.writeEndObject();
        }

        @Override
        public void serializeWithType(JsonGenerator g, SerializerProvider context, TypeSerializer typed)
                throws IOException {
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
    static final class Wrapping extends JsonSerializer<Object> {
        @Override
        public void serialize(Object value, JsonGenerator g, SerializerProvider context) throws IOException {
            context.defaultSerializeValue(value, new JsonGeneratorDelegate(g, false));
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
    static final class Buffering extends JsonSerializer<Object> {
        @Override
        public void serialize(Object value, JsonGenerator g, SerializerProvider context) throws IOException {
            try (TokenBuffer buffer = context.bufferForValueConversion()) {
                context.defaultSerializeValue(value, buffer);
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
    static final class EveryScalar extends JsonSerializer<String> {
        @Override
        public void serialize(String text, JsonGenerator g, SerializerProvider context) throws IOException {
            byte[] utf8 = text.getBytes(java.nio.charset.StandardCharsets.UTF_8);
            g.writeStartArray();
            g.writeString(text);
            g.writeString(new StringReader(text), -1);
            g.writeString(new StringReader(text), text.length());
            g.writeString(text.toCharArray(), 0, text.length());
            g.writeString(new com.fasterxml.jackson.core.io.SerializedString(text));
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
            g.writeRawValue((com.fasterxml.jackson.core.SerializableString)
                    new com.fasterxml.jackson.core.io.SerializedString("{\"a\":4711}"));
            g.writePOJO(text);
            g.writeTree(JsonNodeFactory.instance.textNode(text));
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
