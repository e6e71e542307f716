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

/** Refuses marked properties that are object ids: Jackson writes an id past the property's writer, for each reference. */
final class ObjectIds {

    private final Set<ObjectIdGenerator<?>> checked = Collections.newSetFromMap(new IdentityHashMap<>());

    void check(
            Object pojo, PropertyBasedObjectIdGenerator generator, SerializerProvider context, MaskingEngine engine) {
        if (!checked.add(generator)) {
            return;
        }
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
