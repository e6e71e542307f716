package io.maskwire.jackson;

import io.maskwire.Masking;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

class ReadErrorsTest extends ReadErrorsContract {

    private static JsonMapper mapper(@Nullable Masking masking, boolean showsSource) {
        JsonMapper.Builder builder = JsonMapper.builder()
                .configure(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION, showsSource)
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
        if (masking != null) {
            builder.addModule(MaskingModule.of(masking));
        }
        return builder.build();
    }

    @Override
    Object read(String json, Class<?> type, @Nullable Masking masking, boolean showsSource) {
        return mapper(masking, showsSource).readValue(json, type);
    }

    @Override
    Object convert(String json, Class<?> type, Masking masking) {
        Object tree = new JsonMapper().readValue(json, Object.class);
        return mapper(masking, true).convertValue(tree, type);
    }

    @Override
    List<ReadCase> ownCases() {
        return Jackson3ReadTypes.broken();
    }
}
