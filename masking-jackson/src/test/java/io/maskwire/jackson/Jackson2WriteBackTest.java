package io.maskwire.jackson;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.maskwire.Masking;
import io.maskwire.policy.Audience;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

class Jackson2WriteBackTest extends WriteBackContract {

    private static final ObjectMapper PLAIN = mapper(null);

    private final Map<Masking, ObjectMapper> mappers = new HashMap<>();

    static ObjectMapper mapper(@Nullable Masking masking) {
        JsonMapper.Builder builder = JsonMapper.builder()
                .addModules(new JavaTimeModule(), new Jdk8Module())
                .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES);
        if (masking != null) {
            builder.addModule(Jackson2MaskingModule.of(masking));
        }
        return builder.build();
    }

    @Override
    Object read(String json, Class<?> type, @Nullable Masking masking, @Nullable Audience from) throws Exception {
        ObjectMapper mapper = masking == null ? PLAIN : mappers.computeIfAbsent(masking, Jackson2WriteBackTest::mapper);
        ObjectReader reader = mapper.readerFor(type);
        return (from == null ? reader : Jackson2MaskingModule.reader(reader, from)).readValue(json);
    }

    @Override
    String written(Object value) throws Exception {
        return value.getClass().getSimpleName() + PLAIN.writeValueAsString(value);
    }

    @Override
    List<ReadCase> ownCases() {
        return Jackson2ReadTypes.cases();
    }
}
