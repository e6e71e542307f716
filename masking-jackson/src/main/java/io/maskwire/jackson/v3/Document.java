package io.maskwire.jackson.v3;

import io.maskwire.jackson.scope.Receivers;
import io.maskwire.json.JsonMasker;
import io.maskwire.policy.Classification;
import io.maskwire.policy.FieldPath;
import io.maskwire.policy.Unclassified;
import io.maskwire.policy.ValueKind;
import io.maskwire.spi.FixedForm;
import io.maskwire.spi.FixedForms;
import io.maskwire.spi.MaskingEngine;
import io.maskwire.spi.MaskingSession;
import io.maskwire.spi.PathRules;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.util.JsonGeneratorDelegate;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.util.TokenBuffer;

/** What is known about the document being written: for whom, and which generator masks it. For one thread. */
final class Document implements FixedForms {

    private final MaskingEngine engine;
    private final JsonMasker inStrings;
    private final MaskingContext context;
    private @Nullable ObjectIds objectIds;
    private @Nullable MaskingSession session;
    private @Nullable Document outer;
    private @Nullable MaskingGenerator latest;
    private @Nullable RuntimeException refusal;
    private @Nullable Exception settled;
    private boolean conversion;

    Document(MaskingEngine engine, JsonMasker inStrings, MaskingContext context) {
        this.engine = engine;
        this.inStrings = inStrings;
        this.context = context;
    }

    /** The document a serializer was called for. */
    static Document of(SerializationContext context) {
        return MaskingContext.of(context).document();
    }

    ObjectIds objectIds() {
        ObjectIds known = objectIds == null ? new ObjectIds() : objectIds;
        objectIds = known;
        return known;
    }

    /**
     * The generator to write a root value to: a masking one if a place alone can decide, or if the generator would ask
     * another mapper for the serializers of what is written by {@code writePOJO}.
     */
    JsonGenerator atRoot(JsonGenerator g) {
        refusal = null;
        latest = null;
        boolean own = g.objectWriteContext() == context;
        boolean joined = !own && joinDocumentOf(g);
        conversion = !joined && isBuffer(g) && !Receivers.named(context);
        return own && !tracksPlaces() ? g : target(g);
    }

    /** A serializer called the mapper in the midst of a document: the rest is for the same audience. */
    private boolean joinDocumentOf(JsonGenerator g) {
        if (g.objectWriteContext() instanceof MaskingContext other
                && other.isWriting()
                && other.document().engine == engine) {
            outer = other.document();
            session = other.document().session();
            return true;
        }
        return false;
    }

    /** True for {@code convertValue}: what stays in the process is not masked unless somebody names an audience. */
    private static boolean isBuffer(JsonGenerator g) {
        return g instanceof TokenBuffer;
    }

    private boolean tracksPlaces() {
        return engine.asksForPlaces();
    }

    /** True for a generator that somebody else made, and for a buffer. */
    static boolean isForeign(JsonGenerator g, SerializationContext context) {
        return g.objectWriteContext() != context || isBuffer(g);
    }

    boolean masksUnclassified() {
        return engine.policy().unclassified() == Unclassified.MASK;
    }

    boolean reports() {
        return session().changesNothing();
    }

    MaskingEngine engine() {
        return engine;
    }

    MaskingContext context() {
        return context;
    }

    PathRules paths() {
        return engine.paths();
    }

    private JsonGenerator target(JsonGenerator g) {
        MaskingGenerator masking = over(g, tracksPlaces());
        return masking == null ? g : masking.inFrontOf(g);
    }

    /**
     * The masking generator that what is written to this one passes, a new one if there is none. Null if nothing is to
     * be masked.
     */
    @Nullable
    MaskingGenerator over(JsonGenerator g) {
        // One that is not the document's own is a buffer: its places are not the document's.
        return over(g, false);
    }

    private @Nullable MaskingGenerator over(JsonGenerator g, boolean tracksPlaces) {
        if (conversion) {
            return null;
        }
        MaskingGenerator known = latest;
        if (known != null && (known == g || known.delegate() == g)) {
            return known;
        }
        MaskingGenerator below = below(g);
        if (below != null) {
            return below;
        }
        latest = new MaskingGenerator(g, this, tracksPlaces);
        return latest;
    }

    /** What to write a masked value to where nothing counts but its own marks; null if more may. */
    @Nullable
    JsonGenerator pastScopes(JsonGenerator g) {
        MaskingGenerator known = latest;
        if (known == null) {
            return conversion || g instanceof JsonGeneratorDelegate ? null : g;
        }
        boolean isDocuments = known == g || known.delegate() == g;
        return isDocuments && known.isBare() ? known.delegate() : null;
    }

    private @Nullable MaskingGenerator below(JsonGenerator g) {
        JsonGenerator at = g;
        while (at instanceof JsonGeneratorDelegate delegate) {
            if (delegate instanceof MaskingGenerator masking
                    && masking.document().engine() == engine) {
                return masking;
            }
            at = delegate.delegate();
        }
        return null;
    }

    boolean leaves(@Nullable Classification classification) {
        try {
            return session().leaves(classification);
        } catch (RuntimeException refused) {
            refuse(refused);
            throw refused;
        }
    }

    /** What to write for a string that holds JSON and may be seen as a whole. */
    String maskEmbedded(String json, FieldPath.Location place, @Nullable Classification known) {
        try {
            return inStrings.maskEmbedded(json, place, known, session());
        } catch (RuntimeException refused) {
            refuse(refused);
            throw refused;
        }
    }

    private void refuse(RuntimeException refused) {
        refusal = refused;
        if (outer != null) {
            outer.refuse(refused);
        }
    }

    /** True if every value there is written masked, and nothing is refused; counts nothing. */
    boolean hides(@Nullable Classification classification) {
        return session().hides(classification);
    }

    boolean writesNull(@Nullable Classification classification) {
        return session().writesNull(classification);
    }

    @Override
    public @Nullable FixedForm fixedForm(@Nullable Classification classification) {
        return session().fixedForm(classification);
    }

    String mask(@Nullable Classification classification, String original, ValueKind kind) {
        return session().mask(classification, original, kind);
    }

    String unmaskable(@Nullable Classification classification) {
        return session().unmaskable(classification);
    }

    /** Remembers an error that quotes nothing. */
    <E extends Exception> E settled(E error) {
        settled = error;
        return error;
    }

    /** True if an error is to be shown as it is. */
    boolean isSettled(Exception failure) {
        return refusal != null || settled == failure || reports();
    }

    /** Jackson wraps what a serializer throws and adds map keys to the message; a refusal goes out as it is. */
    RuntimeException refusalOr(RuntimeException failure) {
        if (refusal != null) {
            return refusal;
        }
        return conversion || reports() ? failure : WriteErrors.withoutKeys(failure);
    }

    /** Decides for and about whom it is, by what the attributes say now. */
    void settle() {
        session();
    }

    private MaskingSession session() {
        MaskingSession open = session;
        if (open == null) {
            open = Receivers.open(engine, context);
            session = open;
        }
        return open;
    }
}
