package io.maskwire.spring;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.converter.support.AllEncompassingFormHttpMessageConverter;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/**
 * Writes multipart bodies whose object parts are JSON written for the edge the request goes to. Texts, bytes and files
 * stay as they are.
 */
final class RequestFormConverter extends AllEncompassingFormHttpMessageConverter implements Guarded {

    private final RequestJsonConverter json;

    /**
     * Makes a converter like another one.
     *
     * @param partConverters converters for parts, none of which may write an object
     */
    RequestFormConverter(
            FormHttpMessageConverter like,
            Collection<HttpMessageConverter<?>> partConverters,
            RequestJsonConverter json) {
        super(List.of());
        setPartConverters(new ArrayList<>(partConverters));
        setSupportedMediaTypes(like.getSupportedMediaTypes());
        this.json = json;
    }

    @Override
    public void write(MultiValueMap<String, ?> map, @Nullable MediaType contentType, HttpOutputMessage request)
            throws IOException {
        super.write(masked(map, request), contentType, request);
    }

    private MultiValueMap<String, Object> masked(MultiValueMap<String, ?> map, HttpOutputMessage request)
            throws IOException {
        MultiValueMap<String, Object> masked = new LinkedMultiValueMap<>();
        for (Map.Entry<String, ? extends List<?>> entry : map.entrySet()) {
            for (Object part : entry.getValue()) {
                masked.add(entry.getKey(), masked(part, request));
            }
        }
        return masked;
    }

    private @Nullable Object masked(@Nullable Object part, HttpOutputMessage request) throws IOException {
        Object body = part instanceof HttpEntity<?> entity ? entity.getBody() : part;
        if (body == null || body instanceof CharSequence || body instanceof byte[] || body instanceof Resource) {
            return part;
        }
        HttpHeaders headers = new HttpHeaders();
        if (part instanceof HttpEntity<?> entity) {
            headers.putAll(entity.getHeaders());
        }
        if (!json.canWrite(body.getClass(), headers.getContentType())) {
            return part;
        }
        return new HttpEntity<>(json.part(body, headers, request), headers);
    }
}
