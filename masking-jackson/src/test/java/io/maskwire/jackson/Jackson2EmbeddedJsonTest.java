package io.maskwire.jackson;

import static io.maskwire.jackson.Jackson2MaskingModule.writer;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.core.Base64Variants;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.io.SerializedString;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.maskwire.Masking;
import io.maskwire.policy.Audience;
import io.maskwire.spi.SessionOpener;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;

/** Strings that hold JSON, written by Jackson 2. */
class Jackson2EmbeddedJsonTest extends EmbeddedJsonContract {

    @Override
    String write(Masking masking, Audience audience, Object value) throws Exception {
        return new String(writer(mapper(masking), audience).writeValueAsBytes(value), StandardCharsets.UTF_8);
    }

    @Override
    String write(Masking masking, SessionOpener sessions, Object value) throws Exception {
        return new String(writer(mapper(masking).writer(), sessions).writeValueAsBytes(value), StandardCharsets.UTF_8);
    }

    private static JsonMapper mapper(Masking masking) {
        return JsonMapper.builder().addModule(Jackson2MaskingModule.of(masking)).build();
    }

    @Override
    String plain(Object value) throws Exception {
        return new String(new JsonMapper().writeValueAsBytes(value), StandardCharsets.UTF_8);
    }

    @JsonSerialize(using = Ways.class)
    record EveryWay(String text) {}

    static final class Ways extends JsonSerializer<EveryWay> {
        @Override
        public void serialize(EveryWay value, JsonGenerator g, SerializerProvider context) throws IOException {
            String text = value.text();
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            g.writeStartObject();
            g.writeStringField("payload", text);
            g.writeArrayFieldStart("texts");
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
            g.writeObject(text);
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
