package io.maskwire.jackson;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.maskwire.Masking;
import java.util.List;
import org.jspecify.annotations.Nullable;

class Jackson2ReadErrorsTest extends ReadErrorsContract {

    private static ObjectMapper mapper(@Nullable Masking masking, boolean showsSource) {
        JsonMapper.Builder builder = JsonMapper.builder()
                .configure(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION, showsSource)
                .addModules(new JavaTimeModule(), new Jdk8Module());
        if (masking != null) {
            builder.addModule(Jackson2MaskingModule.of(masking));
        }
        return builder.build();
    }

    @Override
    Object read(String json, Class<?> type, @Nullable Masking masking, boolean showsSource) throws Exception {
        return mapper(masking, showsSource).readValue(json, type);
    }

    @Override
    Object convert(String json, Class<?> type, Masking masking) throws Exception {
        Object tree = new JsonMapper().readValue(json, Object.class);
        return mapper(masking, true).convertValue(tree, type);
    }

    @Override
    List<ReadCase> ownCases() {
        return Jackson2ReadTypes.broken();
    }
}
