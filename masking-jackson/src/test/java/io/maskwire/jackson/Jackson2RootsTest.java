package io.maskwire.jackson;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SequenceWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import io.maskwire.Masking;
import io.maskwire.policy.Audience;
import java.io.ByteArrayOutputStream;
import java.io.StringWriter;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

class Jackson2RootsTest extends RootsContract {

    private final JsonMapper plain = builder().build();
    private final Map<Masking, JsonMapper> mappers = new ConcurrentHashMap<>();

    private static JsonMapper.Builder builder() {
        return JsonMapper.builder().addModule(new Jdk8Module());
    }

    @Override
    String write(Object value, @Nullable Type type, Way way, @Nullable Masking masking, Audience audience)
            throws Exception {
        ObjectWriter writer = masking == null
                ? plain.writer()
                : Jackson2MaskingModule.writer(
                        mappers.computeIfAbsent(
                                masking,
                                each -> builder()
                                        .addModule(Jackson2MaskingModule.of(each))
                                        .build()),
                        audience);
        return write(type == null ? writer : writer.forType(plain.constructType(type)), value, way);
    }

    private static String write(ObjectWriter writer, Object value, Way way) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        switch (way) {
            case TEXT -> {
                return writer.writeValueAsString(value);
            }
            case BYTES -> bytes.write(writer.writeValueAsBytes(value));
            case STREAM -> writer.writeValue(bytes, value);
            case GENERATOR -> {
                try (JsonGenerator generator = writer.createGenerator(bytes)) {
                    generator.writeStartArray();
                    writer.writeValue(generator, value);
                    generator.writeEndArray();
                }
            }
            case SEQUENCE -> {
                StringWriter text = new StringWriter();
                try (SequenceWriter sequence = writer.writeValuesAsArray(text)) {
                    sequence.write(value);
                    sequence.write(null);
                }
                return text.toString();
            }
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
