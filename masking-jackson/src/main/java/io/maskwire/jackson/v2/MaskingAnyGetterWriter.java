package io.maskwire.jackson.v2;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializationConfig;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.jsonFormatVisitors.JsonObjectFormatVisitor;
import com.fasterxml.jackson.databind.jsontype.TypeSerializer;
import com.fasterxml.jackson.databind.ser.AnyGetterWriter;
import com.fasterxml.jackson.databind.ser.BeanPropertyWriter;
import com.fasterxml.jackson.databind.ser.PropertyFilter;
import com.fasterxml.jackson.databind.util.NameTransformer;
import io.maskwire.jackson.scope.Scope;
import org.jspecify.annotations.Nullable;

/** The same as {@link MaskingPropertyWriter} for {@code @JsonAnyGetter}, which Jackson tells apart by its class. */
final class MaskingAnyGetterWriter extends AnyGetterWriter {

    private static final long serialVersionUID = 1L;

    private final transient AnyGetterWriter original;
    private final transient Scope scope;

    @SuppressWarnings("NullAway") // The superclass only keeps these, and all that uses them is overridden.
    MaskingAnyGetterWriter(AnyGetterWriter original, Scope scope) {
        super(original, null, null, null);
        this.original = original;
        this.scope = scope;
    }

    @Override
    public void getAndSerialize(Object bean, JsonGenerator g, SerializerProvider context) throws Exception {
        guarded(
                bean,
                context,
                () -> ScopedWrite.in(scope, g, context, target -> original.getAndSerialize(bean, target, context)));
    }

    @Override
    public void getAndFilter(Object bean, JsonGenerator g, SerializerProvider context, PropertyFilter filter)
            throws Exception {
        guarded(
                bean,
                context,
                () -> ScopedWrite.in(
                        scope, g, context, target -> original.getAndFilter(bean, target, context, filter)));
    }

    @Override
    public void serializeAsField(Object bean, JsonGenerator g, SerializerProvider context) throws Exception {
        guarded(bean, context, () -> ScopedWrite.property(original, bean, g, context, scope));
    }

    @Override
    public void serializeAsElement(Object bean, JsonGenerator g, SerializerProvider context) throws Exception {
        guarded(bean, context, () -> ScopedWrite.element(original, bean, g, context, scope));
    }

    private interface Write {
        void run() throws Exception;
    }

    private void guarded(Object bean, SerializerProvider context, Write write) throws Exception {
        try {
            write.run();
        } catch (Exception failure) {
            throw WriteErrors.shown(failure, scope, bean.getClass(), getName(), context);
        }
    }

    @Override
    public void serializeAsOmittedField(Object bean, JsonGenerator g, SerializerProvider context) throws Exception {
        original.serializeAsOmittedField(bean, g, context);
    }

    @Override
    public void serializeAsPlaceholder(Object bean, JsonGenerator g, SerializerProvider context) throws Exception {
        original.serializeAsPlaceholder(bean, g, context);
    }

    @Override
    public BeanPropertyWriter rename(NameTransformer transformer) {
        BeanPropertyWriter renamed = original.rename(transformer);
        return renamed instanceof AnyGetterWriter any
                ? new MaskingAnyGetterWriter(any, scope)
                : new MaskingPropertyWriter(renamed, scope);
    }

    @Override
    public void fixAccess(SerializationConfig config) {
        original.fixAccess(config);
    }

    @Override
    public void resolve(SerializerProvider context) throws JsonMappingException {
        original.resolve(context);
    }

    @Override
    public void assignTypeSerializer(@Nullable TypeSerializer serializer) {
        original.assignTypeSerializer(serializer);
    }

    @Override
    public void assignSerializer(JsonSerializer<Object> serializer) {
        original.assignSerializer(serializer);
    }

    @Override
    public void assignNullSerializer(JsonSerializer<Object> serializer) {
        original.assignNullSerializer(serializer);
    }

    @Override
    public void setNonTrivialBaseType(JavaType type) {
        original.setNonTrivialBaseType(type);
    }

    @Override
    public boolean hasSerializer() {
        return original.hasSerializer();
    }

    @Override
    public boolean hasNullSerializer() {
        return original.hasNullSerializer();
    }

    @Override
    public @Nullable JsonSerializer<Object> getSerializer() {
        return original.getSerializer();
    }

    @Override
    public void depositSchemaProperty(JsonObjectFormatVisitor visitor, SerializerProvider context)
            throws JsonMappingException {
        original.depositSchemaProperty(visitor, context);
    }
}
