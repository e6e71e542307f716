package io.maskwire.jackson;

import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.deser.BeanDeserializerModifier;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import io.maskwire.Masking;
import io.maskwire.policy.Audience;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

class Jackson2ReadingTest extends ReadingContract {

    @Override
    Mapper mapper(Masking masking) {
        Map<Class<?>, Class<?>> seen = new HashMap<>();
        ObjectMapper mapper = JsonMapper.builder()
                // The last one sees what the others made.
                .addModule(new SimpleModule("seen").setDeserializerModifier(new Seen(seen)))
                .addModule(Jackson2MaskingModule.of(masking))
                .addModule(new Jdk8Module())
                .build();
        return new Mapped(mapper, seen);
    }

    /** Sees what the modifiers before it made. */
    private static final class Seen extends BeanDeserializerModifier {

        private static final long serialVersionUID = 1L;

        private final transient Map<Class<?>, Class<?>> seen;

        Seen(Map<Class<?>, Class<?>> seen) {
            this.seen = seen;
        }

        @Override
        public JsonDeserializer<?> modifyDeserializer(
                DeserializationConfig config, BeanDescription bean, JsonDeserializer<?> deserializer) {
            seen.put(bean.getBeanClass(), deserializer.getClass());
            return deserializer;
        }
    }

    private record Mapped(ObjectMapper mapper, Map<Class<?>, Class<?>> deserializers) implements Mapper {

        @Override
        public <T> T read(String json, Class<T> type, Sender sender) throws IOException {
            ObjectReader reader = mapper.readerFor(type);
            if (sender.audience() != null) {
                reader = Jackson2MaskingModule.reader(reader, sender.audience());
            }
            if (sender.caller() != null) {
                reader = Jackson2MaskingModule.reader(reader, sender.caller(), REASON);
            }
            if (sender.over() != null) {
                reader = Jackson2MaskingModule.reader(reader, sender.over());
            }
            if (sender.accepts()) {
                reader = Jackson2MaskingModule.acceptingMasked(reader);
            }
            return (sender.view() == null ? reader : reader.withView(sender.view())).readValue(json);
        }

        @Override
        public <T> List<T> readAll(String json, Class<T> elements) throws IOException {
            try (MappingIterator<T> all = mapper.readerFor(elements).readValues(json)) {
                return all.readAll();
            }
        }

        @Override
        public <T> T update(T into, String json) throws IOException {
            return mapper.readerForUpdating(into).readValue(json);
        }

        @Override
        public <T> T updateValue(T into, Object overrides) throws IOException {
            return mapper.updateValue(into, overrides);
        }

        @Override
        public <T> T treeToValue(String json, Class<T> type) throws IOException {
            return mapper.treeToValue(mapper.readTree(json), type);
        }

        @Override
        public <T> T convert(Object value, Class<T> type) {
            return mapper.convertValue(value, type);
        }

        @Override
        public String write(Object value, Audience audience) throws IOException {
            return Jackson2MaskingModule.writer(mapper, audience).writeValueAsString(value);
        }
    }
}
