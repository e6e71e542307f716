package io.maskwire.jackson.v3;

import com.fasterxml.jackson.annotation.ObjectIdGenerator;
import io.maskwire.jackson.scope.NearForm;
import io.maskwire.jackson.scope.Receivers;
import io.maskwire.spi.FixedForm;
import io.maskwire.spi.FixedForms;
import io.maskwire.spi.MaskingEngine;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.util.JsonGeneratorDelegate;
import tools.jackson.databind.BeanProperty;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationConfig;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.cfg.ContextAttributes;
import tools.jackson.databind.cfg.GeneratorSettings;
import tools.jackson.databind.jsontype.TypeSerializer;
import tools.jackson.databind.node.TreeBuildingGenerator;
import tools.jackson.databind.ser.SerializationContextExt;
import tools.jackson.databind.ser.SerializerCache;
import tools.jackson.databind.ser.SerializerFactory;
import tools.jackson.databind.ser.WritableObjectId;
import tools.jackson.databind.ser.impl.TypeWrappedSerializer;

/**
 * Writes documents: puts the masking generator at the root where path rules need it, and holds what masks the document.
 *
 * <p>Each document has one: it is as large as Jackson's own, which leaves room for one reference.
 */
final class MaskingContext extends SerializationContextExt implements Receivers.Attributes {

    /** The document once there is one; before, what all documents to the audience share, from the first mark on. */
    private @Nullable FixedForms forms;

    private boolean writing;

    MaskingContext(
            TokenStreamFactory streams,
            SerializationConfig config,
            GeneratorSettings settings,
            SerializerFactory serializers,
            SerializerCache cache) {
        super(streams, config, settings, serializers, cache);
    }

    /** The context a serializer was called with. */
    static MaskingContext of(SerializationContext context) {
        if (context instanceof MaskingContext masking) {
            return masking;
        }
        throw new IllegalStateException("A masking serializer was called with a context of another mapper ("
                + context.getClass().getName() + "); write with the mapper that has the masking module");
    }

    MaskingEngine engine() {
        return factory().engine();
    }

    private MaskingFactory factory() {
        return (MaskingFactory) _serializerFactory;
    }

    Document document() {
        if (forms instanceof Document known) {
            return known;
        }
        Document made = new Document(engine(), factory().inStrings(), this);
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
        return hasAttributes()
                ? Receivers.fixedForms(engine(), this)
                : factory().unnamed();
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
    public SerializationContext setAttribute(Object key, @Nullable Object value) {
        if (forms != null && !(forms instanceof Document)) {
            document().settle();
        }
        return super.setAttribute(key, value);
    }

    boolean isWriting() {
        return writing;
    }

    @Override
    public void serializeValue(JsonGenerator g, Object value) {
        JsonGenerator target = target(g);
        boolean within = enter();
        try {
            super.serializeValue(target, value);
        } catch (RuntimeException failure) {
            throw shown(failure);
        } finally {
            leave(within);
        }
    }

    @Override
    public void serializeValue(JsonGenerator g, Object value, JavaType rootType) {
        JsonGenerator target = target(g);
        boolean within = enter();
        try {
            super.serializeValue(target, value, rootType);
        } catch (RuntimeException failure) {
            throw shown(failure);
        } finally {
            leave(within);
        }
    }

    @Override
    public void serializeValue(JsonGenerator g, Object value, JavaType rootType, ValueSerializer<Object> serializer) {
        JsonGenerator target = target(g);
        boolean within = enter();
        try {
            super.serializeValue(target, value, rootType, serializer);
        } catch (RuntimeException failure) {
            throw shown(failure);
        } finally {
            leave(within);
        }
    }

    @Override
    public void serializePolymorphic(
            JsonGenerator g,
            Object value,
            JavaType rootType,
            ValueSerializer<Object> valueSerializer,
            TypeSerializer typeSerializer) {
        JsonGenerator target = target(g);
        boolean within = enter();
        try {
            super.serializePolymorphic(target, value, rootType, valueSerializer, typeSerializer);
        } catch (RuntimeException failure) {
            throw shown(failure);
        } finally {
            leave(within);
        }
    }

    @Override
    public WritableObjectId findObjectId(Object pojo, ObjectIdGenerator<?> generator) {
        document().objectIds().check(pojo, generator, this, engine());
        return super.findObjectId(pojo, generator);
    }

    // Where a static type decides on a serializer, it may be that of an unmarked superclass of what is written

    @Override
    public ValueSerializer<Object> findTypedValueSerializer(JavaType type, boolean cache) {
        return byClass(type, super.findTypedValueSerializer(type, cache));
    }

    @Override
    public ValueSerializer<Object> findRootValueSerializer(JavaType type) {
        return byClass(type, super.findRootValueSerializer(type));
    }

    @Override
    public ValueSerializer<Object> findPrimaryPropertySerializer(JavaType type, BeanProperty property) {
        return byClass(type, super.findPrimaryPropertySerializer(type, property));
    }

    @Override
    public ValueSerializer<Object> findContentValueSerializer(JavaType type, BeanProperty property) {
        return byClass(type, super.findContentValueSerializer(type, property));
    }

    private static ValueSerializer<Object> byClass(JavaType type, ValueSerializer<Object> serializer) {
        boolean fits = !type.useStaticType() || type.isJavaLangObject() || !MaskingIntrospector.isOpen(type);
        // With type ids Jackson asks by class itself, and tells by this.
        boolean asksByClass = serializer instanceof TypeWrappedSerializer || serializer instanceof MaskingSerializer;
        return fits || asksByClass ? serializer : new MaskingSerializer(serializer, null);
    }

    /** A document of its own only if somebody's generator calls it and not a serializer in the midst of one. */
    @Override
    public void writeValue(JsonGenerator g, Object value) {
        if (writing) {
            super.writeValue(g, value);
            return;
        }
        JsonGenerator target = target(g);
        boolean within = enter();
        try {
            super.writeValue(target, value);
        } catch (RuntimeException failure) {
            throw shown(failure);
        } finally {
            leave(within);
        }
    }

    @Override
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    public <T extends JsonNode> T valueToTree(Object value) {
        if (value == null) {
            return super.valueToTree(null);
        }
        try (TreeBuildingGenerator tree =
                TreeBuildingGenerator.forSerialization(this, getConfig().getNodeFactory())) {
            serializeValue(tree, value);
            return (T) tree.treeBuilt();
        }
    }

    private JsonGenerator target(JsonGenerator g) {
        return needsDocument(g) ? document().atRoot(g) : g;
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

    private void leave(boolean within) {
        writing = within;
    }

    private RuntimeException shown(RuntimeException failure) {
        return forms == null ? failure : document().refusalOr(failure);
    }

    /** False where nothing but a mark in a class can mask a value: its writer asks for what it needs. */
    private boolean needsDocument(JsonGenerator g) {
        return forms instanceof Document || engine().asksForPlaces() || Document.isForeign(g, this);
    }
}
