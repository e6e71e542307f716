package io.maskwire.jackson.v2;

import com.fasterxml.jackson.databind.AnnotationIntrospector;
import com.fasterxml.jackson.databind.SerializationConfig;
import com.fasterxml.jackson.databind.cfg.CacheProvider;
import com.fasterxml.jackson.databind.ser.BasicSerializerFactory;
import com.fasterxml.jackson.databind.ser.BeanSerializerModifier;
import com.fasterxml.jackson.databind.ser.DefaultSerializerProvider;
import com.fasterxml.jackson.databind.ser.SerializerFactory;
import io.maskwire.jackson.scope.Receivers;
import io.maskwire.json.JsonMasker;
import io.maskwire.spi.FixedForms;
import io.maskwire.spi.MaskingEngine;
import java.io.NotSerializableException;
import java.io.ObjectOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Gives each document a context that masks. A mapper of Jackson 2 can change at any time: an introspector or a factory that
 * took the place of one with our hooks gets them here.
 */
final class MaskingContexts extends DefaultSerializerProvider {

    private static final long serialVersionUID = 1L;

    /** What was found last, and the same with our hooks. */
    private record Hooked<T>(T found, T masking) {}

    private final transient Reading reading;
    private final transient JsonMasker inStrings;
    private final transient FixedForms unnamed;
    private transient volatile @Nullable Hooked<AnnotationIntrospector> introspector;
    private transient volatile @Nullable Hooked<SerializerFactory> factory;
    private transient volatile @Nullable Hooked<SerializerFactory> finished;
    private transient volatile int mixIns;

    MaskingContexts(Reading reading, DefaultSerializerProvider before) {
        super(before);
        this.reading = reading;
        this.inStrings = JsonMasker.of(reading.engine());
        this.unnamed = Receivers.fixedForms(reading.engine());
    }

    private MaskingContexts(MaskingContexts before, CacheProvider caches) {
        super(before, caches);
        this.reading = before.reading;
        this.inStrings = before.inStrings;
        this.unnamed = before.unnamed;
    }

    MaskingEngine engine() {
        return reading.engine();
    }

    /** Masks JSON that strings hold. */
    JsonMasker inStrings() {
        return inStrings;
    }

    /** Where one text stands for every value of documents without attributes. */
    FixedForms unnamed() {
        return unnamed;
    }

    @Override
    public DefaultSerializerProvider createInstance(SerializationConfig config, SerializerFactory serializers) {
        forgetBeforeMixIns(config);
        return new MaskingContext(this, masking(config), finishing(serializers));
    }

    /** Jackson would go on with the serializers it made before a mix-in brought marks. */
    private void forgetBeforeMixIns(SerializationConfig config) {
        int count = config.mixInCount();
        if (count != mixIns) {
            mixIns = count;
            flushCachedSerializers();
        }
    }

    @Override
    public DefaultSerializerProvider copy() {
        return new MaskingContexts(reading, this);
    }

    @Override
    public DefaultSerializerProvider withCaches(CacheProvider caches) {
        return new MaskingContexts(this, caches);
    }

    /** The same configuration with our introspector in front of all others. */
    SerializationConfig masking(SerializationConfig config) {
        if (!config.isAnnotationProcessingEnabled()) {
            return config;
        }
        AnnotationIntrospector found = config.getAnnotationIntrospector();
        Hooked<AnnotationIntrospector> known = introspector;
        if (known == null || known.found() != found && known.masking() != found) {
            AnnotationIntrospector others = MaskingIntrospector.othersOf(found);
            known = new Hooked<>(
                    found, AnnotationIntrospector.pair(new MaskingIntrospector(reading, config, others), others));
            introspector = known;
        }
        return known.masking() == found ? config : config.with(known.masking());
    }

    /** The same factory with our modifier. */
    SerializerFactory masking(SerializerFactory serializers) {
        Hooked<SerializerFactory> known = factory;
        if (known == null || known.found() != serializers && known.masking() != serializers) {
            known = new Hooked<>(
                    serializers,
                    hasModifier(serializers)
                            ? serializers
                            : serializers.withSerializerModifier(new MaskingSerializerModifier(engine())));
            factory = known;
        }
        return known.masking();
    }

    /** The same with our modifier, which also has the last word. */
    private SerializerFactory finishing(SerializerFactory serializers) {
        if (serializers instanceof MaskingFactory) {
            return serializers;
        }
        Hooked<SerializerFactory> known = finished;
        if (known == null || known.found() != serializers) {
            MaskingSerializerModifier modifier = new MaskingSerializerModifier(engine());
            known = new Hooked<>(serializers, new MaskingFactory(masking(serializers), modifier));
            finished = known;
        }
        return known.masking();
    }

    private boolean hasModifier(SerializerFactory serializers) {
        if (serializers instanceof BasicSerializerFactory basic) {
            for (BeanSerializerModifier modifier : basic.getFactoryConfig().serializerModifiers()) {
                if (modifier instanceof MaskingSerializerModifier masking && masking.isOf(engine())) {
                    return true;
                }
            }
        }
        return false;
    }

    private void writeObject(ObjectOutputStream out) throws NotSerializableException {
        throw new NotSerializableException("A mapper with masking holds keys; build it where it is used");
    }
}
