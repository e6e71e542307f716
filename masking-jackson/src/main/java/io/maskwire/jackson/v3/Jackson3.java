package io.maskwire.jackson.v3;

import io.maskwire.jackson.scope.OriginalsFor;
import io.maskwire.spi.MaskingEngine;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.Version;
import tools.jackson.databind.JacksonModule.SetupContext;
import tools.jackson.databind.cfg.MapperBuilder;
import tools.jackson.databind.cfg.PackageVersion;
import tools.jackson.databind.cfg.SerializationContexts;

/** Installs masking into a mapper of Jackson 3. For the module only. */
public final class Jackson3 {

    private static final int OLDEST_MINOR = 1;

    private Jackson3() {}

    /**
     * Installs the hooks, once per mapper.
     *
     * @throws IllegalStateException if the mapper can't be masked, with the reason
     */
    public static void install(MaskingEngine engine, OriginalsFor originals, SetupContext setup) {
        // Not the mapper's own version: that of another format is numbered by its own artifact.
        Version version = PackageVersion.VERSION;
        if (version.getMinorVersion() < OLDEST_MINOR) {
            throw new IllegalStateException("Masking needs Jackson 3.1 or newer, but this is " + version
                    + "; raise the version of tools.jackson.core:jackson-databind");
        }
        if (!(setup.getOwner() instanceof MapperBuilder<?, ?> builder)) {
            throw new IllegalStateException("Masking can only be added to the builder of a mapper");
        }
        SerializationContexts contexts = builder.serializationContexts();
        if (contexts instanceof MaskingContexts masking) {
            masking.checkSame(engine);
            return;
        }
        if (contexts.getClass() != SerializationContexts.DefaultImpl.class) {
            throw new IllegalStateException("Masking can't see what a mapper with "
                    + contexts.getClass().getName()
                    + " writes, as XML mappers have; use a mapper with Jackson's own serialization contexts");
        }
        builder.serializationContexts(new MaskingContexts(engine));
        setup.addSerializerModifier(new MaskingSerializerModifier(engine));
        Reading reading = new Reading(engine, originals);
        setup.addDeserializerModifier(new MaskingDeserializerModifier(reading));
        setup.insertAnnotationIntrospector(new MaskingIntrospector(reading));
        // A message would quote the whole document, classified or not.
        builder.disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION);
    }
}
