package io.maskwire.jackson.v2;

import com.fasterxml.jackson.annotation.ObjectIdGenerator;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.util.JsonGeneratorDelegate;
import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializationConfig;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.cfg.CacheProvider;
import com.fasterxml.jackson.databind.cfg.ContextAttributes;
import com.fasterxml.jackson.databind.jsontype.TypeSerializer;
import com.fasterxml.jackson.databind.ser.DefaultSerializerProvider;
import com.fasterxml.jackson.databind.ser.SerializerFactory;
import com.fasterxml.jackson.databind.ser.impl.TypeWrappedSerializer;
import com.fasterxml.jackson.databind.ser.impl.WritableObjectId;
import io.maskwire.jackson.scope.NearForm;
import io.maskwire.jackson.scope.Receivers;
import io.maskwire.spi.FixedForm;
import io.maskwire.spi.FixedForms;
import io.maskwire.spi.MaskingEngine;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Writes documents: puts the masking generator at the root where path rules need it, and holds what masks the document.
 *
 * <p>Each document has one: two references make it eight bytes larger than Jackson's own.
 */
final class MaskingContext extends DefaultSerializerProvider implements Receivers.Attributes {

    private static final long serialVersionUID = 1L;

    private final transient MaskingContexts contexts;

    /** The document once there is one; before, what all documents to the audience share, from the first mark on. */
    private transient @Nullable FixedForms forms;

    private transient boolean writing;

    MaskingContext(MaskingContexts contexts, SerializationConfig config, SerializerFactory serializers) {
        super(contexts, config, serializers);
        this.contexts = contexts;
    }

    /** The context a serializer was called with. */
    static MaskingContext of(SerializerProvider context) {
        if (context instanceof MaskingContext masking) {
            return masking;
        }
        throw new IllegalStateException("A masking serializer was called with a context of another mapper ("
                + context.getClass().getName() + "); write with the mapper that has the masking module");
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

    private MaskingEngine engine() {
        return contexts.engine();
    }

    Document document() {
        if (forms instanceof Document known) {
            return known;
        }
        Document made = new Document(engine(), contexts.inStrings(), this);
        forms = made;
        return made;
    }

    /** Where one text stands for every value of this document. */
    FixedForms forms() {
        FixedForms known = forms == null ? shared() : forms;
        if (known == null) {
            return document();
        }
        forms = known;
        return known;
    }

    private @Nullable FixedForms shared() {
        return hasAttributes() ? Receivers.fixedForms(engine(), this) : contexts.unnamed();
    }

    /** Where one text stands for every value of a property. */
    @Nullable
    FixedForm fixedForm(NearForm near) {
        FixedForms known = forms();
        return known instanceof Document ? known.fixedForm(near.marks()) : near.of(known);
    }

    /** What to write a masked value to where nothing counts but its own marks; null if more may. */
    @Nullable
    JsonGenerator pastScopes(JsonGenerator g) {
        if (forms instanceof Document known) {
            return known.pastScopes(g);
        }
        return g instanceof JsonGeneratorDelegate ? null : g;
    }

    /** Whoever the document was for at its first mark, it is for to its end. */
    @Override
    public SerializerProvider setAttribute(Object key, @Nullable Object value) {
        if (forms != null && !(forms instanceof Document)) {
            document().settle();
        }
        return super.setAttribute(key, value);
    }

    boolean isWriting() {
        return writing;
    }

    /** Writes a value in the midst of this document, as a mapper of Jackson 2 does for {@code writeObject}. */
    void writeNested(JsonGenerator g, Object value) throws IOException {
        createInstance(getConfig(), _serializerFactory).serializeValue(g, value);
    }

    @Override
    public void serializeValue(JsonGenerator g, Object value) throws IOException {
        JsonGenerator target = target(g);
        JsonStreamContext announced = announce(g);
        boolean within = enter();
        try {
            super.serializeValue(target, value);
        } catch (IOException | RuntimeException failure) {
            throw document().refusalOr(failure);
        } finally {
            leave(within, announced);
        }
    }

    @Override
    public void serializeValue(JsonGenerator g, Object value, JavaType rootType) throws IOException {
        JsonGenerator target = target(g);
        JsonStreamContext announced = announce(g);
        boolean within = enter();
        try {
            super.serializeValue(target, value, rootType);
        } catch (IOException | RuntimeException failure) {
            throw document().refusalOr(failure);
        } finally {
            leave(within, announced);
        }
    }

    @Override
    public void serializeValue(JsonGenerator g, Object value, JavaType rootType, JsonSerializer<Object> serializer)
            throws IOException {
        JsonGenerator target = target(g);
        JsonStreamContext announced = announce(g);
        boolean within = enter();
        try {
            super.serializeValue(target, value, rootType, serializer);
        } catch (IOException | RuntimeException failure) {
            throw document().refusalOr(failure);
        } finally {
            leave(within, announced);
        }
    }

    @Override
    public void serializePolymorphic(
            JsonGenerator g,
            Object value,
            JavaType rootType,
            JsonSerializer<Object> valueSerializer,
            TypeSerializer typeSerializer)
            throws IOException {
        JsonGenerator target = target(g);
        JsonStreamContext announced = announce(g);
        boolean within = enter();
        try {
            super.serializePolymorphic(target, value, rootType, valueSerializer, typeSerializer);
        } catch (IOException | RuntimeException failure) {
            throw document().refusalOr(failure);
        } finally {
            leave(within, announced);
        }
    }

    @Override
    public WritableObjectId findObjectId(Object pojo, ObjectIdGenerator<?> generator) {
        document().objectIds().check(pojo, generator, this, engine());
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

    private JsonGenerator target(JsonGenerator g) {
        return needsDocument(g) ? document().atRoot(g) : g;
    }

    /** False where nothing but a mark in a class can mask a value: its writer asks for what it needs. */
    private boolean needsDocument(JsonGenerator g) {
        return forms instanceof Document || engine().asksForPlaces() || Document.isForeign(g, engine());
    }

    private @Nullable JsonStreamContext announce(JsonGenerator g) {
        return hasMoreThanTheMapper(g) ? Announced.begin(this, g) : null;
    }

    /** True if a mapper called in the midst of this document would not know for and about whom it is. */
    private boolean hasMoreThanTheMapper(JsonGenerator g) {
        return forms instanceof Document known
                ? known.hasMoreThanTheMapper(g)
                : hasAttributes() && Receivers.namedOrAbout(this);
    }

    private boolean hasAttributes() {
        return _attributes != ContextAttributes.getEmpty();
    }

    /** Returns what {@link #leave} takes. */
    private boolean enter() {
        boolean within = writing;
        writing = true;
        return within;
    }

    private void leave(boolean within, @Nullable JsonStreamContext announced) {
        writing = within;
        Announced.end(announced);
    }
}
