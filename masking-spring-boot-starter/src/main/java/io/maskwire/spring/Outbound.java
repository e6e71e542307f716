package io.maskwire.spring;

import io.maskwire.policy.Audience;
import io.maskwire.policy.Mode;
import io.maskwire.spi.MaskingEngine;
import io.maskwire.spi.MaskingSession;
import io.maskwire.spi.Outlet;
import io.maskwire.spring.MaskingProperties.Undeclared;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpRequest;

/** What may leave this service in requests, and where to. Immutable. */
final class Outbound {

    private static final String WRITTEN_FOR = Outbound.class.getName() + ".writtenFor";

    private final MaskingEngine engine;
    private final Edges edges;
    private final Undeclared undeclared;
    private final boolean governed;

    /**
     * Joins the parts.
     *
     * @param governed whether the declaration says which calls this service makes; if not, none is touched
     */
    Outbound(MaskingEngine engine, Edges edges, Undeclared undeclared, boolean governed) {
        this.engine = engine;
        this.edges = edges;
        this.undeclared = undeclared;
        this.governed = governed;
    }

    /** Whether the declaration says which calls this service makes; if not, no request is touched. */
    boolean governs() {
        return governed;
    }

    boolean enforces() {
        return governed && engine.mode() == Mode.ENFORCE;
    }

    Target target(URI uri) {
        return edges.target(uri);
    }

    /** The target of a message; unclear if the message is no request. */
    Target target(Object message) {
        return message instanceof HttpRequest request
                ? target(request.getURI())
                : new Target(Optional.empty(), Optional.empty());
    }

    /** Opens a session for a body that goes to a target. */
    MaskingSession open(Target target) {
        if (target.edge().isPresent()) {
            return engine.open(Outlet.HTTP_REQUEST, target.edge().get().audience());
        }
        return switch (undeclared) {
            case REFUSE -> engine.openRefusing(Outlet.HTTP_REQUEST, () -> refusal(target));
            case MASK -> engine.open(Outlet.HTTP_REQUEST, Audience.unknown());
            case REPORT -> engine.openCounting(Outlet.HTTP_REQUEST);
        };
    }

    private static RefusedException refusal(Target target) {
        return new RefusedException("A classified value was about to be sent to " + target
                + ", which no edge of the declaration names; nothing was sent. Without an edge nothing is known about"
                + " who receives: " + target.lineToAdd());
    }

    /** Remembers which edge a body with classified values was written for; the note goes with the request. */
    void note(Object message, Target target, MaskingSession session) {
        if (message instanceof HttpRequest request && session.metClassified()) {
            target.edge().ifPresent(edge -> request.getAttributes().put(WRITTEN_FOR, edge));
        }
    }

    /**
     * Checks a request whose body was written before its address was changed.
     *
     * @throws RefusedException if the body was written for another edge
     */
    void checkWrittenFor(Map<String, Object> attributes, Target target) {
        if (attributes.get(WRITTEN_FOR) instanceof Edge edge && !target.edge().equals(Optional.of(edge))) {
            throw new RefusedException("The body of a request was written for the edge " + edge.name()
                    + " and was about to be sent to " + target + "; nothing was sent. Something (a load balancer, an"
                    + " interceptor) changed the request's address after its body was written: let masking.urls."
                    + edge.name() + " name all addresses of the edge, or send the request there in the first place");
        }
    }
}
