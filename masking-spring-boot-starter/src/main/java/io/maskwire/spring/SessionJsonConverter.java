package io.maskwire.spring;

import io.maskwire.spi.MaskingSession;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.ser.FilterProvider;

/** Spring's JSON converter with masks: each write belongs to a session, and one without is for nobody we know. */
class SessionJsonConverter extends JacksonJsonHttpMessageConverter implements Guarded {

    private static final String ANSWERS_OF_THE_ACTUATOR =
            "org.springframework.boot.actuate.endpoint.OperationResponseBody";

    private final MaskedJson json;

    /** A masking converter that is otherwise like this one. */
    SessionJsonConverter(JacksonJsonHttpMessageConverter like, MaskedJson json) {
        super(json.masking(like.getMapper()));
        this.json = json;
        setSupportedMediaTypes(like.getSupportedMediaTypes());
        setDefaultCharset(like.getDefaultCharset());
        setJsonPrefix(prefix(like));
    }

    /** The text a converter writes before each document. It has no other way to tell. */
    private static String prefix(JacksonJsonHttpMessageConverter like) {
        BufferedMessage message = new BufferedMessage(new HttpHeaders());
        try {
            like.write(0, MediaType.APPLICATION_JSON, message);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String written = new String(message.bytes(), StandardCharsets.UTF_8);
        return written.substring(0, Math.max(0, written.length() - 1));
    }

    /** Mappers for some types mask as the one for all others does. */
    @Override
    public final void registerMappersForType(Class<?> type, Consumer<Map<MediaType, JsonMapper>> registrar) {
        super.registerMappersForType(type, mappers -> {
            registrar.accept(mappers);
            if (!type.getName().equals(ANSWERS_OF_THE_ACTUATOR)) {
                mappers.replaceAll((mediaType, mapper) -> json.masking(mapper));
            }
        });
    }

    /** Hints with which a write belongs to a session. */
    final Map<String, Object> hints(@Nullable Map<String, Object> hints, MaskingSession session) {
        return SessionHint.in(hints, session, getMapper().serializationConfig().getFilterProvider());
    }

    /** What another service answers is masked for us: that is no value that comes back. */
    @Override
    protected ObjectReader customizeReader(ObjectReader reader, JavaType type) {
        return json.acceptingMasked(reader);
    }

    @Override
    protected final ObjectWriter customizeWriter(
            ObjectWriter writer, @Nullable JavaType type, @Nullable MediaType contentType) {
        FilterProvider filters = writer.getConfig().getFilterProvider();
        if (!(filters instanceof SessionHint hint)) {
            return writer;
        }
        ObjectWriter ours = json.in(hint.session(), writer.with(hint.filters()));
        // What fails in its midst must not be closed as if it were whole; reporting changes not even that.
        return hint.session().changesNothing() ? ours : ours.without(StreamWriteFeature.AUTO_CLOSE_CONTENT);
    }
}
