package io.maskwire.jackson.v2;

import com.fasterxml.jackson.annotation.ObjectIdGenerator;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializationConfig;
import com.fasterxml.jackson.databind.cfg.CacheProvider;
import com.fasterxml.jackson.databind.jsontype.TypeSerializer;
import com.fasterxml.jackson.databind.ser.DefaultSerializerProvider;
import com.fasterxml.jackson.databind.ser.SerializerFactory;
import com.fasterxml.jackson.databind.ser.impl.TypeWrappedSerializer;
import com.fasterxml.jackson.databind.ser.impl.WritableObjectId;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Writes documents: puts the masking generator at the root where path rules need it, and holds the session. */
final class MaskingContext extends DefaultSerializerProvider {

    private static final long serialVersionUID = 1L;

    /** Writes to the generator it is given. */
    private interface Write {
        void to(JsonGenerator target) throws IOException;
    }

    private final transient MaskingContexts contexts;
    private final transient Document document;
    private transient @Nullable ObjectIds objectIds;
    private transient int writing;

    MaskingContext(MaskingContexts contexts, SerializationConfig config, SerializerFactory serializers) {
        super(contexts, config, serializers);
        this.contexts = contexts;
        this.document = new Document(contexts.engine(), contexts.inStrings(), this);
    }

    @Override
    public DefaultSerializerProvider createInstance(SerializationConfig config, SerializerFactory serializers) {
        return contexts.createInstance(config, serializers);
    }

    @Override
    public DefaultSerializerProvider copy() {
        return contexts.copy();
    }

    @Override
    public DefaultSerializerProvider withCaches(CacheProvider caches) {
        return contexts.withCaches(caches);
    }

    Document document() {
        return document;
    }

    boolean isWriting() {
        return writing > 0;
    }

    /** Writes a value in the midst of this document, as a mapper of Jackson 2 does for {@code writeObject}. */
    void writeNested(JsonGenerator g, Object value) throws IOException {
        createInstance(getConfig(), _serializerFactory).serializeValue(g, value);
    }

    @Override
    public void serializeValue(JsonGenerator g, Object value) throws IOException {
        write(g, target -> super.serializeValue(target, value));
    }

    @Override
    public void serializeValue(JsonGenerator g, Object value, JavaType rootType) throws IOException {
        write(g, target -> super.serializeValue(target, value, rootType));
    }

    @Override
    public void serializeValue(JsonGenerator g, Object value, JavaType rootType, JsonSerializer<Object> serializer)
            throws IOException {
        write(g, target -> super.serializeValue(target, value, rootType, serializer));
    }

    @Override
    public void serializePolymorphic(
            JsonGenerator g,
            Object value,
            JavaType rootType,
            JsonSerializer<Object> valueSerializer,
            TypeSerializer typeSerializer)
            throws IOException {
        write(g, target -> super.serializePolymorphic(target, value, rootType, valueSerializer, typeSerializer));
    }

    @Override
    public WritableObjectId findObjectId(Object pojo, ObjectIdGenerator<?> generator) {
        ObjectIds ids = objectIds == null ? new ObjectIds() : objectIds;
        objectIds = ids;
        ids.check(pojo, generator, this, document.engine());
        return super.findObjectId(pojo, generator);
    }

    // Where a static type decides on a serializer, it may be that of an unmarked superclass of what is written

    @Override
    public JsonSerializer<Object> findTypedValueSerializer(JavaType type, boolean cache, BeanProperty property)
            throws JsonMappingException {
        return byClass(type, super.findTypedValueSerializer(type, cache, property));
    }

    @Override
    public JsonSerializer<Object> findValueSerializer(JavaType type, BeanProperty property)
            throws JsonMappingException {
        return byClass(type, super.findValueSerializer(type, property));
    }

    @Override
    public JsonSerializer<Object> findPrimaryPropertySerializer(JavaType type, BeanProperty property)
            throws JsonMappingException {
        return byClass(type, super.findPrimaryPropertySerializer(type, property));
    }

    @Override
    public JsonSerializer<Object> findContentValueSerializer(JavaType type, BeanProperty property)
            throws JsonMappingException {
        return byClass(type, super.findContentValueSerializer(type, property));
    }

    private static JsonSerializer<Object> byClass(JavaType type, JsonSerializer<Object> serializer) {
        boolean fits = !type.useStaticType() || type.isJavaLangObject() || !MaskingIntrospector.isOpen(type);
        // With type ids Jackson asks by class itself, and tells by this.
        boolean asksByClass = serializer instanceof TypeWrappedSerializer || serializer instanceof MaskingSerializer;
        return fits || asksByClass ? serializer : new MaskingSerializer(serializer, null);
    }

    private void write(JsonGenerator g, Write write) throws IOException {
        JsonGenerator target = document.atRoot(g);
        writing++;
        try {
            write.to(target);
        } catch (IOException | RuntimeException failure) {
            throw document.refusalOr(failure);
        } finally {
            writing--;
            document.end();
        }
    }
}
