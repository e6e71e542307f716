package io.maskwire.jackson.v3;

import com.fasterxml.jackson.annotation.ObjectIdGenerator;
import com.fasterxml.jackson.annotation.SimpleObjectIdResolver;
import io.maskwire.spi.MaskingEngine;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.Set;
import tools.jackson.databind.PropertyName;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.introspect.ObjectIdInfo;
import tools.jackson.databind.ser.BeanPropertyWriter;
import tools.jackson.databind.ser.PropertyWriter;
import tools.jackson.databind.ser.impl.PropertyBasedObjectIdGenerator;

/** Refuses marked properties that are object ids: Jackson writes an id past the property's writer, for each reference. */
final class ObjectIds {

    private final Set<ObjectIdGenerator<?>> checked = Collections.newSetFromMap(new IdentityHashMap<>());

    void check(
            Object pojo, PropertyBasedObjectIdGenerator generator, SerializationContext context, MaskingEngine engine) {
        if (!checked.add(generator)) {
            return;
        }
        Iterator<PropertyWriter> writers =
                context.findValueSerializer(pojo.getClass()).properties();
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
