package io.maskwire.jackson.v2;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.PropertyMetadata;
import com.fasterxml.jackson.databind.PropertyName;
import com.fasterxml.jackson.databind.SerializationConfig;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.cfg.MapperConfig;
import com.fasterxml.jackson.databind.introspect.AnnotatedMember;
import com.fasterxml.jackson.databind.jsonFormatVisitors.JsonObjectFormatVisitor;
import com.fasterxml.jackson.databind.jsontype.TypeSerializer;
import com.fasterxml.jackson.databind.ser.BeanPropertyWriter;
import com.fasterxml.jackson.databind.ser.std.StringSerializer;
import com.fasterxml.jackson.databind.util.NameTransformer;
import io.maskwire.jackson.scope.NearForm;
import io.maskwire.jackson.scope.Scope;
import io.maskwire.policy.Classification;
import java.lang.annotation.Annotation;
import org.jspecify.annotations.Nullable;

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
    public void serializeAsField(Object bean, JsonGenerator g, SerializerProvider context) throws Exception {
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
    public void serializeAsElement(Object bean, JsonGenerator g, SerializerProvider context) throws Exception {
        try {
            ScopedWrite.element(original, bean, g, context, scope);
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
    public @Nullable JsonSerializer<Object> getSerializer() {
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
    public void depositSchemaProperty(JsonObjectFormatVisitor visitor, SerializerProvider context)
            throws JsonMappingException {
        original.depositSchemaProperty(visitor, context);
    }

    @Override
    public String toString() {
        return original.toString();
    }
}
