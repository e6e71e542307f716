package io.maskwire.spring;

import io.maskwire.Masking;
import io.maskwire.jackson.MaskingModule;
import io.maskwire.policy.Mode;
import io.maskwire.spi.MaskingEngine;
import io.maskwire.spi.MaskingSession;
import java.io.OutputStream;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/** What we ask of Jackson: mappers that mask, and writers that belong to a session. Immutable. */
final class MaskedJson {

    private static final Log LOG = LogFactory.getLog(MaskedJson.class);

    private final MaskingEngine engine;
    private final MaskingModule module;
    private final JsonMapper usual;

    /**
     * Joins the parts.
     *
     * @param usual the application's mapper for JSON
     */
    MaskedJson(Masking masking, JsonMapper usual) {
        this.engine = masking.engine();
        this.module = MaskingModule.of(masking);
        this.usual = usual;
    }

    MaskingEngine engine() {
        return engine;
    }

    /** The same mapper with masks; the original is not changed. */
    JsonMapper masking(JsonMapper mapper) {
        return mapper.rebuild().addModule(module).build();
    }

    /**
     * A mapper that finds the classified values of what another one writes. A mapper that masks can't follow, as those
     * for XML are, is stood for by the application's JSON mapper.
     */
    ObjectMapper probing(ObjectMapper mapper) {
        try {
            return mapper.rebuild().addModule(module).build();
        } catch (IllegalStateException notMaskable) {
            LOG.debug("Values for " + mapper.getClass().getName() + " are probed as JSON", notMaskable);
            return masking(usual);
        }
    }

    /** The same writer, writing in a session; its mapper must be one that masks. */
    ObjectWriter in(MaskingSession session, ObjectWriter writer) {
        return MaskingModule.writer(writer, opened -> session);
    }

    /** The same reader, reading masked values as they are. */
    ObjectReader acceptingMasked(ObjectReader reader) {
        return MaskingModule.acceptingMasked(reader);
    }

    /** Writes a value to nowhere, so that the session meets what it holds. */
    void probe(ObjectMapper probing, Object value, MaskingSession session) {
        try (JsonGenerator nowhere = usual.createGenerator(OutputStream.nullOutputStream())) {
            in(session, probing.writer()).writeValue(nowhere, value);
        } catch (RefusedException refused) {
            throw refused;
        } catch (RuntimeException failed) {
            if (engine.mode() == Mode.ENFORCE) {
                throw new RefusedException("A value of " + value.getClass().getName()
                        + " can't be searched for classified values before it is written in a format that Maskwire does"
                        + " not mask; nothing was written. Write it as JSON");
            }
            LOG.warn("Values of " + value.getClass().getName() + " can't be searched for classified values");
        }
    }
}
