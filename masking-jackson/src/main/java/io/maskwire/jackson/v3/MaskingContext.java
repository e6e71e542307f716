package io.maskwire.jackson.v3;

import com.fasterxml.jackson.annotation.ObjectIdGenerator;
import io.maskwire.json.JsonMasker;
import io.maskwire.spi.MaskingEngine;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.databind.BeanProperty;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationConfig;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.cfg.GeneratorSettings;
import tools.jackson.databind.jsontype.TypeSerializer;
import tools.jackson.databind.node.TreeBuildingGenerator;
import tools.jackson.databind.ser.SerializationContextExt;
import tools.jackson.databind.ser.SerializerCache;
import tools.jackson.databind.ser.SerializerFactory;
import tools.jackson.databind.ser.WritableObjectId;
import tools.jackson.databind.ser.impl.TypeWrappedSerializer;

/** Writes documents: puts the masking generator at the root where path rules need it, and holds the session. */
final class MaskingContext extends SerializationContextExt {

    private final MaskingEngine engine;
    private final JsonMasker inStrings;
    private @Nullable Document document;
    private @Nullable ObjectIds objectIds;
    private int writing;

    MaskingContext(
            MaskingEngine engine,
            JsonMasker inStrings,
            TokenStreamFactory streams,
            SerializationConfig config,
            GeneratorSettings settings,
            SerializerFactory serializers,
            SerializerCache cache) {
        super(streams, config, settings, serializers, cache);
        this.engine = engine;
        this.inStrings = inStrings;
    }

    Document document() {
        Document known = document;
        if (known == null) {
            known = new Document(engine, inStrings, this);
            document = known;
        }
        return known;
    }

    boolean isWriting() {
        return writing > 0;
    }

    @Override
    public void serializeValue(JsonGenerator g, Object value) {
        write(g, target -> super.serializeValue(target, value));
    }

    @Override
    public void serializeValue(JsonGenerator g, Object value, JavaType rootType) {
        write(g, target -> super.serializeValue(target, value, rootType));
    }

    @Override
    public void serializeValue(JsonGenerator g, Object value, JavaType rootType, ValueSerializer<Object> serializer) {
        write(g, target -> super.serializeValue(target, value, rootType, serializer));
    }

    @Override
    public void serializePolymorphic(
            JsonGenerator g,
            Object value,
            JavaType rootType,
            ValueSerializer<Object> valueSerializer,
            TypeSerializer typeSerializer) {
        write(g, target -> super.serializePolymorphic(target, value, rootType, valueSerializer, typeSerializer));
    }

    @Override
    public WritableObjectId findObjectId(Object pojo, ObjectIdGenerator<?> generator) {
        ObjectIds ids = objectIds == null ? new ObjectIds() : objectIds;
        objectIds = ids;
        ids.check(pojo, generator, this, engine);
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
        if (isWriting()) {
            super.writeValue(g, value);
        } else {
            write(g, target -> super.writeValue(target, value));
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

    private void write(JsonGenerator g, Consumer<JsonGenerator> writer) {
        JsonGenerator target = needsDocument(g) ? document().atRoot(g) : g;
        writing++;
        try {
            writer.accept(target);
        } catch (RuntimeException failure) {
            throw document == null ? failure : document.refusalOr(failure);
        } finally {
            writing--;
        }
    }

    /** False where nothing but a mark in a class can mask a value: its writer asks for the document. */
    private boolean needsDocument(JsonGenerator g) {
        return document != null || engine.asksForPlaces() || Document.isForeign(g, this);
    }
}
