package io.maskwire.jackson.v2;

import com.fasterxml.jackson.annotation.ObjectIdGenerator;
import com.fasterxml.jackson.annotation.SimpleObjectIdResolver;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.PropertyName;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.introspect.ObjectIdInfo;
import com.fasterxml.jackson.databind.ser.BeanPropertyWriter;
import com.fasterxml.jackson.databind.ser.PropertyWriter;
import com.fasterxml.jackson.databind.ser.impl.PropertyBasedObjectIdGenerator;
import io.maskwire.spi.MaskingEngine;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.Set;

/**
 * Refuses marked properties that are object ids, and ids that the application makes for marked classes: Jackson writes an
 * id past the property's writer, for each reference.
 */
final class ObjectIds {

    private static final String JACKSON = "com.fasterxml.jackson.annotation.";

    /** Generators that use a property, and classes whose ids the application makes. */
    private final Set<Object> checked = Collections.newSetFromMap(new IdentityHashMap<>());

    void check(Object pojo, ObjectIdGenerator<?> generator, SerializerProvider context, MaskingEngine engine) {
        if (generator instanceof PropertyBasedObjectIdGenerator byProperty) {
            if (checked.add(generator)) {
                checkProperty(pojo, byProperty, context, engine);
            }
        } else if (!generator.getClass().getName().startsWith(JACKSON) && checked.add(pojo.getClass())) {
            checkClass(pojo.getClass(), generator, context, engine);
        }
    }

    private static void checkClass(
            Class<?> type, ObjectIdGenerator<?> generator, SerializerProvider context, MaskingEngine engine) {
        if (Scans.of(context.getConfig(), type).anything() != null) {
            new Refusals(engine, context.constructType(type))
                    .refuse(
                            "its object ids are made by " + generator.getClass().getName()
                                    + ", which may put a marked value into them",
                            "use a generator of Jackson's ObjectIdGenerators");
        }
    }

    private static void checkProperty(
            Object pojo, PropertyBasedObjectIdGenerator generator, SerializerProvider context, MaskingEngine engine) {
        Iterator<PropertyWriter> writers = properties(pojo, context);
        while (writers.hasNext()) {
            if (writers.next() instanceof MaskingPropertyWriter writer
                    && writer.hides()
                    && (isOf(generator, writer) || isOf(generator, writer.original()))) {
                new Refusals(engine, context.constructType(pojo.getClass()))
                        .refuse(
                                "the property " + writer.getName() + " is marked and also the object id",
                                "use ObjectIdGenerators.IntSequenceGenerator or an unmarked property in @JsonIdentityInfo");
            }
        }
    }

    private static Iterator<PropertyWriter> properties(Object pojo, SerializerProvider context) {
        try {
            return context.findValueSerializer(pojo.getClass()).properties();
        } catch (JsonMappingException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** The generator tells nobody its property, but knows its equal. */
    private static boolean isOf(PropertyBasedObjectIdGenerator generator, BeanPropertyWriter writer) {
        ObjectIdInfo info = new ObjectIdInfo(
                PropertyName.construct(writer.getName()),
                generator.getScope(),
                PropertyBasedObjectIdGenerator.class,
                SimpleObjectIdResolver.class);
        return new PropertyBasedObjectIdGenerator(info, writer).canUseFor(generator);
    }
}
