package io.maskwire.jackson;

import com.fasterxml.jackson.core.Version;
import com.fasterxml.jackson.databind.Module;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import io.maskwire.Masking;
import io.maskwire.jackson.scope.AcceptMasked;
import io.maskwire.jackson.v2.Jackson2;
import io.maskwire.policy.Audience;
import io.maskwire.policy.Subject;
import io.maskwire.reveal.Caller;
import io.maskwire.reveal.Reason;
import io.maskwire.spi.DeclaredSender;
import io.maskwire.spi.SessionOpener;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Masks what a Jackson 2 mapper writes, by annotations and path rules: the same values as {@link MaskingModule} for
 * Jackson 3. Needs {@code com.fasterxml.jackson.core:jackson-databind} 2.19 or newer.
 *
 * <pre>{@code
 * ObjectMapper mapper = JsonMapper.builder().addModule(Jackson2MaskingModule.of(masking)).build();
 * Jackson2MaskingModule.writer(mapper, Audience.role("fraud-desk")).writeValueAsString(order);
 * }</pre>
 *
 * <p>One mapper serves all audiences. Who writes without one, as in {@code mapper.writeValueAsString(order)}, writes
 * for {@link Audience#anonymous}. Masked values that come back are refused while reading, or what {@link io.maskwire.policy.WriteBack} the
 * policy says. What is masked, what is refused and what is not seen: see the package.
 *
 * <p>A mapper holds one masking and can't lose it again: a second module with the same masking changes nothing, one with
 * another is refused. It stays through {@link ObjectMapper#copy}, and through introspectors and serializer factories
 * that are set later. It may be added to a mapper that has written before; writers taken from the mapper before that
 * don't mask. Never register this module for every mapper of an application: a mapper that fills a cache or a queue would
 * store masked values as real ones.
 *
 * <p>Immutable and safe for use by many threads.
 */
public final class Jackson2MaskingModule extends Module {

    private static final Version VERSION = new Version(0, 1, 0, null, "io.maskwire", "masking-jackson");

    private final Masking masking;

    private Jackson2MaskingModule(Masking masking) {
        this.masking = masking;
    }

    /** A module that masks as the policy says. */
    public static Jackson2MaskingModule of(Masking masking) {
        return new Jackson2MaskingModule(Objects.requireNonNull(masking, "masking"));
    }

    /**
     * A writer for one audience.
     *
     * @throws IllegalArgumentException if the mapper has no masking module, or lost it to a serializer provider set later
     */
    public static ObjectWriter writer(ObjectMapper mapper, Audience audience) {
        if (!Jackson2.isMasking(mapper)) {
            throw new IllegalArgumentException("This mapper masks nothing: it has no Jackson2MaskingModule, or its"
                    + " serializer provider was set afterwards; add one with"
                    + " mapper.registerModule(Jackson2MaskingModule.of(masking))");
        }
        return writer(mapper.writer(), audience);
    }

    /** The same writer for one audience; it must come from a mapper with a masking module. */
    public static ObjectWriter writer(ObjectWriter writer, Audience audience) {
        return writer.withAttribute(Audience.class, Objects.requireNonNull(audience, "audience"));
    }

    /**
     * The same writer for documents about one subject, which masks such as {@link io.maskwire.policy.Masks#shiftDate} need
     * to know. A document about several subjects has none: such a mask then writes the marker.
     */
    public static ObjectWriter about(ObjectWriter writer, Subject subject) {
        return writer.withAttribute(Subject.class, Objects.requireNonNull(subject, "subject"));
    }

    /**
     * The same reader for what one audience sends; it must come from a mapper with a masking module. Whatever anybody is
     * shown is known as masked; from an audience that sees originals only tokens and hashes are, as it may mean what looks
     * like another mask's text. A reader without an audience reads as for {@link Audience#anonymous}.
     */
    public static ObjectReader reader(ObjectReader reader, Audience from) {
        return reader.withAttribute(Audience.class, Objects.requireNonNull(from, "from"));
    }

    /**
     * The same reader for what a caller sends, who gets tokens resolved under {@link io.maskwire.policy.WriteBack#RESOLVE}: each
     * by {@link Masking#reveal}, with its grants, its audit record and its rate.
     */
    public static ObjectReader reader(ObjectReader reader, Caller caller, Reason reason) {
        return reader(reader, caller.audience())
                .withAttribute(Caller.class, caller)
                .withAttribute(Reason.class, Objects.requireNonNull(reason, "reason"));
    }

    /** The same reader for what another service answered, or what was stored masked: masked values are read as they are. */
    public static ObjectReader acceptingMasked(ObjectReader reader) {
        return reader.withAttribute(AcceptMasked.class, AcceptMasked.YES);
    }

    /** For Maskwire's own adapters: the same reader for what a service sends over a declared edge. */
    public static ObjectReader reader(ObjectReader reader, DeclaredSender sender) {
        return reader.withAttribute(DeclaredSender.class, Objects.requireNonNull(sender, "sender"));
    }

    /** For Maskwire's own adapters: the same writer with sessions of the caller's making. */
    public static ObjectWriter writer(ObjectWriter writer, SessionOpener sessions) {
        return writer.withAttribute(SessionOpener.class, Objects.requireNonNull(sessions, "sessions"));
    }

    @Override
    public String getModuleName() {
        return "Maskwire";
    }

    @Override
    public Version version() {
        return VERSION;
    }

    /** None: a mapper would ignore a second module of the same id without a word, even if it masks in another way. */
    @Override
    public @Nullable Object getTypeId() {
        return null;
    }

    /**
     * Called by the mapper.
     *
     * @throws IllegalStateException if the mapper can't be masked, with the reason
     */
    @Override
    public void setupModule(SetupContext context) {
        Jackson2.install(masking.engine(), new RevealedOriginals(masking), context);
    }
}
