package io.maskwire.jackson.v2;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.Version;
import com.fasterxml.jackson.databind.AnnotationIntrospector;
import com.fasterxml.jackson.databind.Module.SetupContext;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.cfg.PackageVersion;
import com.fasterxml.jackson.databind.ser.DefaultSerializerProvider;
import io.maskwire.jackson.scope.OriginalsFor;
import io.maskwire.spi.MaskingEngine;

/** Installs masking into a mapper of Jackson 2. For the module only. */
public final class Jackson2 {

    /** Before 2.19 a writer for any-getters was no property writer. */
    private static final int OLDEST_MINOR = 19;

    private Jackson2() {}

    /**
     * Installs the hooks, once per mapper.
     *
     * @throws IllegalStateException if the mapper can't be masked, with the reason
     */
    public static void install(MaskingEngine engine, OriginalsFor originals, SetupContext setup) {
        // Not the mapper's own version: that of another format is numbered by its own artifact.
        Version version = PackageVersion.VERSION;
        if (version.getMinorVersion() < OLDEST_MINOR) {
            throw new IllegalStateException("Masking needs Jackson 2.19 or newer, but this is " + version
                    + "; raise the version of com.fasterxml.jackson.core:jackson-databind");
        }
        if (!(setup.getOwner() instanceof ObjectMapper mapper)) {
            throw new IllegalStateException("Masking can only be added to a mapper");
        }
        install(new Reading(engine, originals), mapper, setup);
    }

    private static void install(Reading reading, ObjectMapper mapper, SetupContext setup) {
        SerializerProvider before = mapper.getSerializerProvider();
        if (isMasking(mapper)) {
            if (!masks(mapper, reading.engine())) {
                throw new IllegalStateException("This mapper has another masking already, and one of Jackson 2 can't"
                        + " lose it again; begin with a new mapper");
            }
            return;
        }
        if (!(before instanceof DefaultSerializerProvider.Impl)) {
            throw new IllegalStateException("Masking can't see what a mapper with "
                    + before.getClass().getName()
                    + " writes, as XML mappers have; use a mapper with Jackson's own serializer provider");
        }
        MaskingContexts contexts = new MaskingContexts(reading, (DefaultSerializerProvider) before);
        mapper.setConfig(contexts.masking(mapper.getSerializationConfig()));
        mapper.setSerializerFactory(contexts.masking(mapper.getSerializerFactory()));
        mapper.setSerializerProvider(contexts);
        setup.addBeanDeserializerModifier(new MaskingDeserializerModifier(reading));
        AnnotationIntrospector others = mapper.getDeserializationConfig().getAnnotationIntrospector();
        mapper.setConfig(mapper.getDeserializationConfig()
                .withInsertedAnnotationIntrospector(
                        new MaskingIntrospector(reading, mapper.getSerializationConfig(), others)));
        // A message would quote the whole document, classified or not.
        mapper.getFactory().disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION.mappedFeature());
    }

    /** True if what this mapper writes is masked. */
    public static boolean isMasking(ObjectMapper mapper) {
        return mapper.getSerializerProvider() instanceof MaskingContexts;
    }

    /** True if what this mapper writes is masked by this engine. */
    static boolean masks(ObjectMapper mapper, MaskingEngine engine) {
        return mapper.getSerializerProvider() instanceof MaskingContexts contexts && contexts.engine() == engine;
    }

    /** True if what is written to a generator by {@code writeObject} comes back to a mapper masked by this engine. */
    static boolean comesBack(JsonGenerator g, MaskingEngine engine) {
        return g.getCodec() instanceof ObjectMapper mapper && masks(mapper, engine);
    }
}
