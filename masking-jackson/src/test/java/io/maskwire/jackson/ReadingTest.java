package io.maskwire.jackson;

import io.maskwire.Masking;
import io.maskwire.policy.Audience;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.MappingIterator;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.ValueDeserializerModifier;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

class ReadingTest extends ReadingContract {

    @Override
    Mapper mapper(Masking masking) {
        Map<Class<?>, Class<?>> seen = new HashMap<>();
        JsonMapper mapper = JsonMapper.builder()
                // The last one sees what the others made.
                .addModule(new SimpleModule("seen").setDeserializerModifier(new Seen(seen)))
                .addModule(MaskingModule.of(masking))
                .build();
        return new Mapped(mapper, seen);
    }

    /** Sees what the modifiers before it made. */
    private static final class Seen extends ValueDeserializerModifier {

        private static final long serialVersionUID = 1L;

        private final transient Map<Class<?>, Class<?>> seen;

        Seen(Map<Class<?>, Class<?>> seen) {
            this.seen = seen;
        }

        @Override
        public ValueDeserializer<?> modifyDeserializer(
                DeserializationConfig config, BeanDescription.Supplier bean, ValueDeserializer<?> deserializer) {
            seen.put(bean.getBeanClass(), deserializer.getClass());
            return deserializer;
        }
    }

    private record Mapped(JsonMapper mapper, Map<Class<?>, Class<?>> deserializers) implements Mapper {

        @Override
        public <T> T read(String json, Class<T> type, Sender sender) {
            ObjectReader reader = mapper.readerFor(type);
            if (sender.audience() != null) {
                reader = MaskingModule.reader(reader, sender.audience());
            }
            if (sender.caller() != null) {
                reader = MaskingModule.reader(reader, sender.caller(), REASON);
            }
            if (sender.over() != null) {
                reader = MaskingModule.reader(reader, sender.over());
            }
            if (sender.accepts()) {
                reader = MaskingModule.acceptingMasked(reader);
            }
            return (sender.view() == null ? reader : reader.withView(sender.view())).readValue(json);
        }

        @Override
        public <T> List<T> readAll(String json, Class<T> elements) {
            try (MappingIterator<T> all = mapper.readerFor(elements).readValues(json)) {
                return all.readAll();
            }
        }

        @Override
        public <T> T update(T into, String json) {
            return mapper.readerForUpdating(into).readValue(json);
        }

        @Override
        public <T> T updateValue(T into, Object overrides) {
            return mapper.updateValue(into, overrides);
        }

        @Override
        public <T> T treeToValue(String json, Class<T> type) {
            return mapper.treeToValue(mapper.readTree(json), type);
        }

        @Override
        public <T> T convert(Object value, Class<T> type) {
            return mapper.convertValue(value, type);
        }

        @Override
        public String write(Object value, Audience audience) {
            return MaskingModule.writer(mapper, audience).writeValueAsString(value);
        }
    }
}
