package io.maskwire.jackson;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.maskwire.Masking;
import io.maskwire.policy.Audience;
import java.util.IdentityHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

class Jackson2ShapesTest extends ShapesContract {

    private final JsonMapper plain = builder().build();
    private final Map<Masking, JsonMapper> mappers = new IdentityHashMap<>();

    private static JsonMapper.Builder builder() {
        return JsonMapper.builder()
                .addModules(new Jdk8Module(), new JavaTimeModule())
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);
    }

    @Override
    String write(Object value, @Nullable Masking masking, Audience audience) {
        try {
            if (masking == null) {
                return plain.writeValueAsString(value);
            }
            JsonMapper mapper = mappers.computeIfAbsent(
                    masking,
                    each -> builder().addModule(Jackson2MaskingModule.of(each)).build());
            return Jackson2MaskingModule.writer(mapper, audience).writeValueAsString(value);
        } catch (JsonProcessingException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
