package io.maskwire.spring;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ResolvableType;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.AbstractJacksonHttpMessageConverter;
import org.springframework.http.converter.SmartHttpMessageConverter;

/** Reads as the converter behind it reads, and writes in a way of its own. */
abstract class DelegatingConverter implements SmartHttpMessageConverter<Object>, Guarded {

    private final AbstractJacksonHttpMessageConverter<?> behind;

    DelegatingConverter(AbstractJacksonHttpMessageConverter<?> behind) {
        this.behind = behind;
    }

    @Override
    public final List<MediaType> getSupportedMediaTypes() {
        return behind.getSupportedMediaTypes();
    }

    @Override
    public final List<MediaType> getSupportedMediaTypes(Class<?> type) {
        return behind.getSupportedMediaTypes(type);
    }

    @Override
    public final boolean canRead(ResolvableType type, @Nullable MediaType mediaType) {
        return behind.canRead(type, mediaType);
    }

    @Override
    public final Object read(ResolvableType type, HttpInputMessage inputMessage, @Nullable Map<String, Object> hints)
            throws IOException {
        return behind.read(type, inputMessage, hints);
    }

    @Override
    public final boolean canWrite(ResolvableType targetType, Class<?> valueClass, @Nullable MediaType mediaType) {
        return behind.canWrite(targetType, valueClass, mediaType);
    }

    @Override
    public final String toString() {
        return getClass().getSimpleName() + "[" + behind.getClass().getSimpleName() + "]";
    }
}
