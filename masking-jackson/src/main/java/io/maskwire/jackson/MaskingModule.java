package io.maskwire.jackson;

import io.maskwire.Masking;
import io.maskwire.jackson.scope.AcceptMasked;
import io.maskwire.jackson.v3.Jackson3;
import io.maskwire.policy.Audience;
import io.maskwire.policy.Subject;
import io.maskwire.reveal.Caller;
import io.maskwire.reveal.Reason;
import io.maskwire.spi.DeclaredSender;
import io.maskwire.spi.SessionOpener;
import java.util.Objects;
import tools.jackson.core.Version;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.ObjectWriter;

/**
 * Masks what a Jackson 3 mapper writes, by annotations and path rules.
 *
 * <pre>{@code
 * JsonMapper mapper = JsonMapper.builder().addModule(MaskingModule.of(masking)).build();
 * MaskingModule.writer(mapper, Audience.role("fraud-desk")).writeValueAsString(order);
 * }</pre>
 *
 * <p>One mapper serves all audiences. Who writes without one, as in {@code mapper.writeValueAsString(order)}, writes
 * for {@link Audience#anonymous}. Masked values that come back are refused while reading, or what {@link io.maskwire.policy.WriteBack} the
 * policy says. What is masked, what is refused and what is not seen: see the package.
 *
 * <p>A mapper holds one masking: a second module takes the first one's place, whatever the order of the modules. It
 * stays through {@link ObjectMapper#rebuild}. Never register this module for every mapper of an application: a mapper
 * that fills a cache or a queue would store masked values as real ones.
 *
 * <p>Immutable and safe for use by many threads.
 */
public final class MaskingModule extends JacksonModule {

    private static final Version VERSION = new Version(0, 1, 0, null, "io.maskwire", "masking-jackson");

    private final Masking masking;

    private MaskingModule(Masking masking) {
        this.masking = masking;
    }

    /** A module that masks as the policy says. */
    public static MaskingModule of(Masking masking) {
        return new MaskingModule(Objects.requireNonNull(masking, "masking"));
    }

    /**
     * A writer for one audience.
     *
     * @throws IllegalArgumentException if the mapper has no masking module
     */
    public static ObjectWriter writer(ObjectMapper mapper, Audience audience) {
        if (mapper.registeredModules().stream().noneMatch(MaskingModule.class::isInstance)) {
            throw new IllegalArgumentException("This mapper masks nothing: it was built without a MaskingModule;"
                    + " add one with builder.addModule(MaskingModule.of(masking))");
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

    /**
     * Called by the mapper's builder.
     *
     * @throws IllegalStateException if the mapper can't be masked, with the reason
     */
    @Override
    public void setupModule(SetupContext context) {
        Jackson3.install(masking.engine(), new RevealedOriginals(masking), context);
    }
}
