package io.maskwire.spring;

import io.maskwire.declaration.ServedPort;
import io.maskwire.policy.Audience;
import io.maskwire.policy.Classification;
import io.maskwire.policy.MaskingPolicy;
import io.maskwire.policy.Resolution;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

/** Decides who sent a request and which audience its answer has. Safe for use by many threads. */
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

    /** The sender, with the audience as the policy knows it. */
    Sender of(HttpServletRequest request) {
        Caller caller = callers.resolve(request);
        Optional<ServedPort> port = edge.port(request);
        Audience audience = policy.known(caller.audience(port.map(ServedPort::edge)));
        return new Sender(caller, Optional.ofNullable(request.getRemoteUser()), port, answered(request, audience));
    }

    private Audience answered(HttpServletRequest request, Audience audience) {
        if (request.isSecure() || audience.equals(Audience.anonymous()) || audience.equals(Audience.unknown())) {
            return audience;
        }
        tell(audience);
        return Audience.anonymous();
    }

    private void tell(Audience audience) {
        Set<String> granted = granted(audience);
        // The number of audiences a policy knows is bounded.
        if (!granted.isEmpty() && toldOfHttp.add(audience)) {
            LOG.warn("The audience " + audience + " would see " + granted + " otherwise than everybody does, but the"
                    + " request did not come over https; it is answered as anonymous. Serve https, or let the container"
                    + " trust the forwarded headers of the proxy that does");
        }
    }

    /** The data classes that the policy shows this audience otherwise than everybody. */
    Set<String> granted(Audience audience) {
        return policy.dataClasses().stream()
                .filter(name -> isGranted(policy.resolve(Classification.ofClass(name), audience)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean isGranted(Resolution resolution) {
        return resolution.reason() == Resolution.Reason.GRANTED;
    }
}
