package io.maskwire.jackson.scope;

import io.maskwire.policy.Audience;
import io.maskwire.policy.Subject;
import io.maskwire.spi.FixedForms;
import io.maskwire.spi.MaskingEngine;
import io.maskwire.spi.MaskingSession;
import io.maskwire.spi.Outlet;
import io.maskwire.spi.SessionOpener;
import org.jspecify.annotations.Nullable;

/** For whom a document is written, and about whom, by the attributes of its writer. */
public final class Receivers {

    /** The attributes of a writer, as a context of either Jackson has them. */
    public interface Attributes {

        /** One of them, if it is there. */
        @Nullable
        Object getAttribute(Object key);
    }

    private Receivers() {}

    /** True if somebody said for whom the document is. */
    public static boolean named(Attributes attributes) {
        return attributes.getAttribute(SessionOpener.class) != null || attributes.getAttribute(Audience.class) != null;
    }

    /** True if somebody said for or about whom the document is. */
    public static boolean namedOrAbout(Attributes attributes) {
        return named(attributes) || attributes.getAttribute(Subject.class) != null;
    }

    /** The fixed forms of all documents with these attributes; null if each has a session of its own. */
    public static @Nullable FixedForms fixedForms(MaskingEngine engine, Attributes attributes) {
        return attributes.getAttribute(SessionOpener.class) == null
                ? engine.fixedForms(Outlet.JSON, audience(attributes))
                : null;
    }

    /** The fixed forms of all documents without attributes. */
    public static FixedForms fixedForms(MaskingEngine engine) {
        return engine.fixedForms(Outlet.JSON, Audience.anonymous());
    }

    /**
     * Opens the session for one document.
     *
     * @throws IllegalStateException if an attribute gives a session of another engine
     */
    public static MaskingSession open(MaskingEngine engine, Attributes attributes) {
        Object opener = attributes.getAttribute(SessionOpener.class);
        if (opener instanceof SessionOpener sessions) {
            return checked(engine, sessions.open(engine));
        }
        return opener == null && isReadable(attributes)
                ? engine.open(Outlet.JSON, audience(attributes), subject(attributes))
                : engine.open(Outlet.JSON, Audience.unknown());
    }

    private static boolean isReadable(Attributes attributes) {
        Object audience = attributes.getAttribute(Audience.class);
        return audience == null || audience instanceof Audience;
    }

    private static Audience audience(Attributes attributes) {
        if (!isReadable(attributes)) {
            return Audience.unknown();
        }
        return attributes.getAttribute(Audience.class) instanceof Audience known ? known : Audience.anonymous();
    }

    private static @Nullable Subject subject(Attributes attributes) {
        return attributes.getAttribute(Subject.class) instanceof Subject known ? known : null;
    }

    private static MaskingSession checked(MaskingEngine engine, MaskingSession opened) {
        if (!opened.isOf(engine)) {
            throw new IllegalStateException("The session belongs to another masking than this mapper's");
        }
        return opened;
    }
}
