package io.maskwire.jackson;

import io.maskwire.Masking;
import io.maskwire.policy.Audience;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

class WriteBackTest extends WriteBackContract {

    private static final JsonMapper PLAIN = mapper(null);

    private final Map<Masking, JsonMapper> mappers = new HashMap<>();

    static JsonMapper mapper(@Nullable Masking masking) {
        JsonMapper.Builder builder = JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES);
        if (masking != null) {
            builder.addModule(MaskingModule.of(masking));
        }
        return builder.build();
    }

    @Override
    Object read(String json, Class<?> type, @Nullable Masking masking, @Nullable Audience from) {
        JsonMapper mapper = masking == null ? PLAIN : mappers.computeIfAbsent(masking, WriteBackTest::mapper);
        ObjectReader reader = mapper.readerFor(type);
        return (from == null ? reader : MaskingModule.reader(reader, from)).readValue(json);
    }

    @Override
    String written(Object value) {
        return value.getClass().getSimpleName() + PLAIN.writeValueAsString(value);
    }

    @Override
    List<ReadCase> ownCases() {
        return Jackson3ReadTypes.cases();
    }
}
