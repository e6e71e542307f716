package io.maskwire.jackson.v3;

import io.maskwire.jackson.scope.Scope;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.SerializationConfig;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.jsonFormatVisitors.JsonObjectFormatVisitor;
import tools.jackson.databind.jsontype.TypeSerializer;
import tools.jackson.databind.ser.AnyGetterWriter;
import tools.jackson.databind.ser.BeanPropertyWriter;
import tools.jackson.databind.ser.PropertyFilter;
import tools.jackson.databind.util.NameTransformer;

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
    public void getAndSerialize(Object bean, JsonGenerator g, SerializationContext context) throws Exception {
        guarded(
                bean,
                context,
                () -> ScopedWrite.in(scope, g, context, target -> original.getAndSerialize(bean, target, context)));
    }

    @Override
    public void getAndFilter(Object bean, JsonGenerator g, SerializationContext context, PropertyFilter filter)
            throws Exception {
        guarded(
                bean,
                context,
                () -> ScopedWrite.in(
                        scope, g, context, target -> original.getAndFilter(bean, target, context, filter)));
    }

    @Override
    public void serializeAsProperty(Object bean, JsonGenerator g, SerializationContext context) throws Exception {
        guarded(bean, context, () -> ScopedWrite.property(original, bean, g, context, scope));
    }

    @Override
    public void serializeAsElement(Object bean, JsonGenerator g, SerializationContext context) throws Exception {
        guarded(bean, context, () -> ScopedWrite.element(original, bean, g, context, scope));
    }

    private interface Write {
        void run() throws Exception;
    }

    private void guarded(Object bean, SerializationContext context, Write write) throws Exception {
        try {
            write.run();
        } catch (Exception failure) {
            throw WriteErrors.shown(failure, scope, bean.getClass(), getName(), context);
        }
    }

    @Override
    public void serializeAsOmittedProperty(Object bean, JsonGenerator g, SerializationContext context)
            throws Exception {
        original.serializeAsOmittedProperty(bean, g, context);
    }

    @Override
    public void serializeAsOmittedElement(Object bean, JsonGenerator g, SerializationContext context) throws Exception {
        original.serializeAsOmittedElement(bean, g, context);
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
    public void resolve(SerializationContext context) {
        original.resolve(context);
    }

    @Override
    public void assignTypeSerializer(@Nullable TypeSerializer serializer) {
        original.assignTypeSerializer(serializer);
    }

    @Override
    public void assignSerializer(ValueSerializer<Object> serializer) {
        original.assignSerializer(serializer);
    }

    @Override
    public void assignNullSerializer(ValueSerializer<Object> serializer) {
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
    public @Nullable ValueSerializer<Object> getSerializer() {
        return original.getSerializer();
    }

    @Override
    public void depositSchemaProperty(JsonObjectFormatVisitor visitor, SerializationContext context) {
        original.depositSchemaProperty(visitor, context);
    }
}
