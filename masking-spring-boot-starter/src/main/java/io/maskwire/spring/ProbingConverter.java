package io.maskwire.spring;

import io.maskwire.spi.Outlet;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ResolvableType;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.AbstractJacksonHttpMessageConverter;
import tools.jackson.databind.ObjectMapper;

/**
 * Lets a converter of another format (XML, CBOR, Smile, YAML, a JSON dialect of the application's own) write only what
 * holds no classified value. Each value is first written to nowhere with the converter's own mapper.
 */
final class ProbingConverter extends DelegatingConverter {

    private final AbstractJacksonHttpMessageConverter<?> behind;
    private final MaskedJson json;
    private final Outlet outlet;
    private final ObjectMapper probe;

    ProbingConverter(AbstractJacksonHttpMessageConverter<?> behind, MaskedJson json, Outlet outlet) {
        super(behind);
        this.behind = behind;
        this.json = json;
        this.outlet = outlet;
        this.probe = json.probing(behind.getMapper());
    }

    @Override
    public void write(
            Object value,
            ResolvableType type,
            @Nullable MediaType contentType,
            HttpOutputMessage output,
            @Nullable Map<String, Object> hints)
            throws IOException {
        json.probe(probe, value, json.engine().openRefusing(outlet, this::refusal));
        behind.write(value, type, contentType, output, hints);
    }

    private RefusedException refusal() {
        return new RefusedException("A classified value was about to be written by "
                + behind.getClass().getSimpleName() + ", whose format Maskwire does not mask; nothing was written."
                + " Write the value as JSON, or leave it out of this format");
    }
}
