package io.maskwire.jackson.v3;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.maskwire.jackson.scope.NearForm;
import io.maskwire.jackson.scope.Scope;
import io.maskwire.policy.Classification;
import java.lang.annotation.Annotation;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.SerializableString;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.PropertyMetadata;
import tools.jackson.databind.PropertyName;
import tools.jackson.databind.SerializationConfig;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.AnnotatedMember;
import tools.jackson.databind.jsonFormatVisitors.JsonObjectFormatVisitor;
import tools.jackson.databind.jsontype.TypeSerializer;
import tools.jackson.databind.ser.BeanPropertyWriter;
import tools.jackson.databind.ser.jdk.StringSerializer;
import tools.jackson.databind.util.NameTransformer;

/** Lets the original writer of a property write, through the masking generator. */
final class MaskingPropertyWriter extends BeanPropertyWriter {

    private static final long serialVersionUID = 1L;

    private final transient BeanPropertyWriter original;
    private final transient Scope scope;
    private final transient NearForm near;
    private final transient boolean mayBeText;

    MaskingPropertyWriter(BeanPropertyWriter original, Scope scope) {
        super(original);
        this.original = original;
        this.scope = scope;
        this.near = new NearForm(scope.values());
        this.mayBeText =
                original.getClass() == BeanPropertyWriter.class && scope.isSimple() && _suppressableValue == null;
    }

    BeanPropertyWriter original() {
        return original;
    }

    /** False if the property is only exempt from {@code unclassified: mask}. */
    boolean hides() {
        Classification values = scope.values();
        return values == null ? scope.handWritten() != null : !values.isExemption();
    }

    @Override
    public void serializeAsProperty(Object bean, JsonGenerator g, SerializationContext context) throws Exception {
        try {
            if (!isText() || !ScopedWrite.text(original, bean, g, context, near)) {
                ScopedWrite.property(original, bean, g, context, scope);
            }
        } catch (Exception failure) {
            throw WriteErrors.shown(failure, scope, bean.getClass(), getName(), context);
        }
    }

    /** True for most marked properties: a text that Jackson would write as it is. */
    private boolean isText() {
        return mayBeText
                && original.getSerializer() instanceof StringSerializer
                && original.getTypeSerializer() == null;
    }

    @Override
    public void serializeAsElement(Object bean, JsonGenerator g, SerializationContext context) throws Exception {
        try {
            ScopedWrite.element(original, bean, g, context, scope);
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
        return new MaskingPropertyWriter(original.rename(transformer), scope);
    }

    @Override
    public BeanPropertyWriter unwrappingWriter(NameTransformer unwrapper) {
        return new MaskingPropertyWriter(original.unwrappingWriter(unwrapper), scope);
    }

    // What follows belongs to the original

    @Override
    public boolean isUnwrapping() {
        return original.isUnwrapping();
    }

    @Override
    public boolean isVirtual() {
        return original.isVirtual();
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
    public void fixAccess(SerializationConfig config) {
        original.fixAccess(config);
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
    public @Nullable TypeSerializer getTypeSerializer() {
        return original.getTypeSerializer();
    }

    @Override
    public boolean willSuppressNulls() {
        return original.willSuppressNulls();
    }

    @Override
    public boolean wouldConflictWithName(PropertyName name) {
        return original.wouldConflictWithName(name);
    }

    @Override
    public @Nullable ValueSerializer<Object> getSerializer() {
        return original.getSerializer();
    }

    @Override
    public @Nullable JavaType getSerializationType() {
        return original.getSerializationType();
    }

    @Override
    public Class<?> @Nullable [] getViews() {
        return original.getViews();
    }

    @Override
    public String getName() {
        return original.getName();
    }

    @Override
    public PropertyName getFullName() {
        return original.getFullName();
    }

    @Override
    public @Nullable PropertyName getWrapperName() {
        return original.getWrapperName();
    }

    @Override
    public SerializableString getSerializedName() {
        return original.getSerializedName();
    }

    @Override
    public JavaType getType() {
        return original.getType();
    }

    @Override
    public PropertyMetadata getMetadata() {
        return original.getMetadata();
    }

    @Override
    public boolean isRequired() {
        return original.isRequired();
    }

    @Override
    public <A extends Annotation> @Nullable A getAnnotation(Class<A> type) {
        return original.getAnnotation(type);
    }

    @Override
    public <A extends Annotation> @Nullable A getContextAnnotation(Class<A> type) {
        return original.getContextAnnotation(type);
    }

    @Override
    public @Nullable AnnotatedMember getMember() {
        return original.getMember();
    }

    @Override
    public JsonInclude.Value findPropertyInclusion(MapperConfig<?> config, Class<?> baseType) {
        return original.findPropertyInclusion(config, baseType);
    }

    @Override
    public @Nullable Object getInternalSetting(Object key) {
        return original.getInternalSetting(key);
    }

    @Override
    public @Nullable Object setInternalSetting(Object key, Object value) {
        return original.setInternalSetting(key, value);
    }

    @Override
    public @Nullable Object removeInternalSetting(Object key) {
        return original.removeInternalSetting(key);
    }

    @Override
    public void depositSchemaProperty(JsonObjectFormatVisitor visitor, SerializationContext context) {
        original.depositSchemaProperty(visitor, context);
    }

    @Override
    public String toString() {
        return original.toString();
    }
}
