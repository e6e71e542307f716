package io.maskwire.jackson;

import io.maskwire.Masking;
import io.maskwire.policy.Audience;
import java.util.IdentityHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

class ShapesTest extends ShapesContract {

    private final JsonMapper plain = new JsonMapper();
    private final Map<Masking, JsonMapper> mappers = new IdentityHashMap<>();

    @Override
    String write(Object value, @Nullable Masking masking, Audience audience) {
        if (masking == null) {
            return plain.writeValueAsString(value);
        }
        JsonMapper mapper = mappers.computeIfAbsent(
                masking,
                each -> JsonMapper.builder().addModule(MaskingModule.of(each)).build());
        return MaskingModule.writer(mapper, audience).writeValueAsString(value);
    }
}
