package io.maskwire.jackson.v2;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.util.JsonGeneratorDelegate;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.util.TokenBuffer;
import io.maskwire.json.JsonMasker;
import io.maskwire.policy.Audience;
import io.maskwire.policy.Classification;
import io.maskwire.policy.FieldPath;
import io.maskwire.policy.Subject;
import io.maskwire.policy.Unclassified;
import io.maskwire.policy.ValueKind;
import io.maskwire.spi.MaskingEngine;
import io.maskwire.spi.MaskingSession;
import io.maskwire.spi.Outlet;
import io.maskwire.spi.PathRules;
import io.maskwire.spi.SessionOpener;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** What is known about the document being written: for whom, and which generator masks it. For one thread. */
final class Document {

    /** From here to {@code valueToTree}, with some to spare. */
    private static final int FRAMES_TO_MAPPER = 8;

    private final MaskingEngine engine;
    private final JsonMasker inStrings;
    private final MaskingContext context;
    private @Nullable MaskingSession session;
    private @Nullable Document outer;
    private @Nullable MaskingGenerator latest;
    private @Nullable RuntimeException refusal;
    private @Nullable Exception settled;
    private boolean conversion;
    private @Nullable JsonStreamContext announced;

    Document(MaskingEngine engine, JsonMasker inStrings, MaskingContext context) {
        this.engine = engine;
        this.inStrings = inStrings;
        this.context = context;
    }

    /** The document a serializer was called for. */
    static Document of(SerializerProvider context) {
        if (context instanceof MaskingContext masking) {
            return masking.document();
        }
        throw new IllegalStateException("A masking serializer was called with a context of another mapper ("
                + context.getClass().getName() + "); write with the mapper that has the masking module");
    }

    /**
     * The generator to write a root value to: a masking one if a place alone can decide, or if the generator would ask
     * another mapper for the serializers of what is written by {@code writeObject}.
     */
    JsonGenerator atRoot(JsonGenerator g) {
        refusal = null;
        latest = null;
        boolean joined = joinDocumentOf(g);
        conversion = !joined && isBuffer(g) && !hasAudience() && !buildsTree();
        if (!joined && hasMoreThanTheMapper(g)) {
            announceIn(g);
        }
        return asksThisMapper(g) && !tracksPlaces() ? g : target(g);
    }

    /** True if what is written to a generator by {@code writeObject} comes back to a mapper with this masking. */
    boolean asksThisMapper(JsonGenerator g) {
        return g.getCodec() instanceof ObjectMapper mapper && Jackson2.masks(mapper, engine);
    }

    /** A serializer called the mapper in the midst of a document: the rest is for the same audience. */
    private boolean joinDocumentOf(JsonGenerator g) {
        MaskingGenerator below = below(g);
        Document other = below == null ? announcedIn(g) : below.document();
        if (other != null && other != this && other.engine == engine && other.context.isWriting()) {
            outer = other;
            session = other.session();
            return true;
        }
        return false;
    }

    /** True if a mapper called in the midst of the document would not know what this document is. */
    private boolean hasMoreThanTheMapper(JsonGenerator g) {
        return hasAudience() || context.getAttribute(Subject.class) != null || isBuffer(g) && !conversion;
    }

    /**
     * Jackson 2 calls {@code mapper.writeValue(generator, value)} for what a serializer hands to {@code writeObject}, and
     * the attributes of the writer are lost on the way. The root of the generator's contexts, whose value nobody uses,
     * remembers for whom the document is.
     */
    private void announceIn(JsonGenerator g) {
        JsonStreamContext root = root(g);
        if (root != null && root.getCurrentValue() == null) {
            root.setCurrentValue(this);
            announced = root;
        }
    }

    private static @Nullable Document announcedIn(JsonGenerator g) {
        JsonStreamContext root = root(g);
        return root != null && root.getCurrentValue() instanceof Document document ? document : null;
    }

    private static @Nullable JsonStreamContext root(JsonGenerator g) {
        JsonStreamContext at = g.getOutputContext();
        while (at != null && !at.inRoot()) {
            at = at.getParent();
        }
        return at;
    }

    /** The document is written, or as much of it as could be. */
    void end() {
        if (announced != null && !context.isWriting()) {
            announced.setCurrentValue(null);
            announced = null;
        }
    }

    /** True for {@code convertValue}: what stays in the process is not masked unless somebody names an audience. */
    private static boolean isBuffer(JsonGenerator g) {
        return g instanceof TokenBuffer;
    }

    /** Jackson 2 fills a buffer for trees too: only the caller tells {@code valueToTree} from {@code convertValue}. */
    private static boolean buildsTree() {
        return StackWalker.getInstance()
                .walk(frames -> frames.limit(FRAMES_TO_MAPPER)
                        .anyMatch(frame -> frame.getMethodName().equals("valueToTree")
                                && frame.getClassName().equals(ObjectMapper.class.getName())));
    }

    private boolean hasAudience() {
        return context.getAttribute(SessionOpener.class) != null || context.getAttribute(Audience.class) != null;
    }

    private boolean tracksPlaces() {
        return engine.asksForPlaces();
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

    @Nullable
    String fixedText(@Nullable Classification classification) {
        return session().fixedText(classification);
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
    IOException refusalOr(Exception failure) {
        if (refusal != null) {
            throw refusal;
        }
        Exception shown = conversion || reports() ? failure : WriteErrors.withoutKeys(failure);
        if (shown instanceof RuntimeException unchecked) {
            throw unchecked;
        }
        return (IOException) shown;
    }

    private MaskingSession session() {
        MaskingSession open = session;
        if (open == null) {
            open = open();
            session = open;
        }
        return open;
    }

    private MaskingSession open() {
        Object opener = context.getAttribute(SessionOpener.class);
        if (opener instanceof SessionOpener sessions) {
            return checked(sessions.open(engine));
        }
        Object audience = context.getAttribute(Audience.class);
        boolean unreadable = opener != null || audience != null && !(audience instanceof Audience);
        if (unreadable) {
            return engine.open(Outlet.JSON, Audience.unknown());
        }
        Subject subject = context.getAttribute(Subject.class) instanceof Subject known ? known : null;
        return engine.open(Outlet.JSON, audience instanceof Audience known ? known : Audience.anonymous(), subject);
    }

    private MaskingSession checked(MaskingSession opened) {
        if (!opened.isOf(engine)) {
            throw new IllegalStateException("The session belongs to another masking than this mapper's");
        }
        return opened;
    }
}
