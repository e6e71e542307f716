package io.maskwire.jackson.v3;

import io.maskwire.json.JsonMasker;
import io.maskwire.spi.MaskingEngine;
import java.io.NotSerializableException;
import java.io.ObjectOutputStream;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.databind.SerializationConfig;
import tools.jackson.databind.cfg.GeneratorSettings;
import tools.jackson.databind.cfg.SerializationContexts;
import tools.jackson.databind.ser.SerializationContextExt;
import tools.jackson.databind.ser.SerializerCache;
import tools.jackson.databind.ser.SerializerFactory;

/** Gives each document a context that masks. */
final class MaskingContexts extends SerializationContexts {

    private static final long serialVersionUID = 1L;

    private final transient MaskingEngine engine;
    private final transient JsonMasker inStrings;

    MaskingContexts(MaskingEngine engine) {
        this.engine = engine;
        this.inStrings = JsonMasker.of(engine);
    }

    private MaskingContexts(
            MaskingContexts before,
            @Nullable TokenStreamFactory streams,
            @Nullable SerializerFactory serializers,
            @Nullable SerializerCache cache) {
        super(streams, serializers, cache);
        this.engine = before.engine;
        this.inStrings = before.inStrings;
    }

    void checkSame(MaskingEngine other) {
        if (engine != other) {
            throw new IllegalStateException("This builder was used before with another masking;"
                    + " begin with mapper.rebuild() or with a new builder");
        }
    }

    @Override
    protected SerializationContexts forMapper(
            Object mapper, TokenStreamFactory streams, SerializerFactory serializers, SerializerCache cache) {
        MaskingSerializerModifier modifier = new MaskingSerializerModifier(engine);
        return new MaskingContexts(this, streams, new MaskingFactory(serializers, modifier, inStrings), cache);
    }

    @Override
    public SerializationContextExt createContext(SerializationConfig config, GeneratorSettings settings) {
        return new MaskingContext(
                Objects.requireNonNull(_streamFactory),
                config,
                settings,
                Objects.requireNonNull(_serializerFactory),
                Objects.requireNonNull(_cache));
    }

    private void writeObject(ObjectOutputStream out) throws NotSerializableException {
        throw new NotSerializableException("A mapper with masking holds keys; build it where it is used");
    }
}
