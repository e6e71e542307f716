package io.maskwire.jackson;

import static io.maskwire.jackson.MaskingModule.writer;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.maskwire.Masking;
import io.maskwire.policy.Audience;
import io.maskwire.spi.SessionOpener;
import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import tools.jackson.core.Base64Variants;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.io.SerializedString;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.annotation.JsonSerialize;
import tools.jackson.databind.json.JsonMapper;

/** Strings that hold JSON, written by Jackson 3. */
class EmbeddedJsonTest extends EmbeddedJsonContract {

    @Override
    String write(Masking masking, Audience audience, Object value) {
        return new String(writer(mapper(masking), audience).writeValueAsBytes(value), StandardCharsets.UTF_8);
    }

    @Override
    String write(Masking masking, SessionOpener sessions, Object value) {
        return new String(writer(mapper(masking).writer(), sessions).writeValueAsBytes(value), StandardCharsets.UTF_8);
    }

    private static JsonMapper mapper(Masking masking) {
        return JsonMapper.builder().addModule(MaskingModule.of(masking)).build();
    }

    @Override
    String plain(Object value) {
        return new String(new JsonMapper().writeValueAsBytes(value), StandardCharsets.UTF_8);
    }

    @JsonSerialize(using = Ways.class)
    record EveryWay(String text) {}

    static final class Ways extends ValueSerializer<EveryWay> {
        @Override
        public void serialize(EveryWay value, JsonGenerator g, SerializationContext context) {
            String text = value.text();
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            g.writeStartObject();
            g.writeStringProperty("payload", text);
            g.writeArrayPropertyStart("texts");
            g.writeString(text);
            g.writeString(text.toCharArray(), 0, text.length());
            g.writeString(new SerializedString(text));
            g.writeString(new StringReader(text), text.length());
            g.writeString(new StringReader(text), -1);
            g.writeUTF8String(bytes, 0, bytes.length);
            byte[] escaped = "{\\\"email\\\":\\\"zoe@example.com\\\"}".getBytes(StandardCharsets.UTF_8);
            g.writeRawUTF8String(escaped, 0, escaped.length);
            g.writeBinary(bytes);
            g.writeBinary(Base64Variants.MIME, new ByteArrayInputStream(bytes), bytes.length);
            g.writePOJO(text);
            g.writeEndArray();
            g.writeEndObject();
        }
    }

    @Override
    Object writtenEveryWay() {
        return new EveryWay(HELD);
    }

    record Raw(@JsonRawValue String payload) {}

    @Override
    Object writtenRaw() {
        return new Raw("\"{\\\"email\\\":\\\"zoe@example.com\\\"}\"");
    }
}
