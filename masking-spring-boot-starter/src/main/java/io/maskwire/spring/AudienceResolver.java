package io.maskwire.spring;

import io.maskwire.policy.Audience;
import io.maskwire.policy.MaskingPolicy;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

/** Decides which audience the answer to a request has. Safe for use by many threads. */
final class AudienceResolver {

    private static final Log LOG = LogFactory.getLog(AudienceResolver.class);

    private final CallerResolver callers;
    private final ServedEdge edge;
    private final MaskingPolicy policy;
    private final Set<Audience> toldOfHttp = ConcurrentHashMap.newKeySet();

    AudienceResolver(CallerResolver callers, ServedEdge edge, MaskingPolicy policy) {
        this.callers = callers;
        this.edge = edge;
        this.policy = policy;
    }

    /** The audience, as the policy knows it. */
    Audience of(HttpServletRequest request) {
        Audience audience = policy.known(callers.resolve(request).audience(edge.of(request)));
        if (request.isSecure() || audience.equals(Audience.anonymous()) || audience.equals(Audience.unknown())) {
            return audience;
        }
        tell(audience);
        return Audience.anonymous();
    }

    private void tell(Audience audience) {
        // The number of audiences a policy knows is bounded.
        if (toldOfHttp.add(audience)) {
            LOG.warn("The audience " + audience + " would see what it was granted, but the request did not come over"
                    + " https; it is answered as anonymous. Serve https, or let the container trust the forwarded"
                    + " headers of the proxy that does");
        }
    }
}
