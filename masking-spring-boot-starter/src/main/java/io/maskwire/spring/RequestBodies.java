package io.maskwire.spring;

import io.maskwire.declaration.ServedPort;
import io.maskwire.jackson.MaskingModule;
import io.maskwire.policy.Audience;
import io.maskwire.policy.WriteBack;
import io.maskwire.reveal.Reason;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import tools.jackson.databind.ObjectReader;

/**
 * Reads the body of a request with what is known of its sender. A body that is read on another thread than the request's
 * has no known sender. Safe for use by many threads.
 */
final class RequestBodies {

    private static final Log LOG = LogFactory.getLog("io.maskwire.edges");

    private final boolean resolves;
    private final Set<String> told = ConcurrentHashMap.newKeySet();

    RequestBodies(WriteBack writeBack) {
        this.resolves = writeBack == WriteBack.RESOLVE;
    }

    /** The same reader for the body of the request this thread works on. */
    ObjectReader reader(ObjectReader reader) {
        if (!(RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes)) {
            return reader;
        }
        HttpServletRequest request = attributes.getRequest();
        return Sender.of(request)
                .map(sender -> resolving(sender, overEdge(sender, request, reader)))
                .orElse(reader);
    }

    private ObjectReader overEdge(Sender sender, HttpServletRequest request, ObjectReader reader) {
        // To put is to replace: what the body lacks is gone. RFC 9110, section 9.3.4.
        boolean replaces = request.getMethod().equals("PUT");
        return sender.declaredEdge()
                .map(port -> MaskingModule.reader(reader, new EdgeSender(port, replaces, this::tell)))
                .orElse(reader);
    }

    private ObjectReader resolving(Sender sender, ObjectReader reader) {
        Optional<io.maskwire.reveal.Caller> caller = resolves ? caller(sender) : Optional.empty();
        // Whatever anybody is shown counts as masked, whoever sends it.
        return caller.map(known ->
                        MaskingModule.reader(MaskingModule.reader(reader, known, reason(sender)), Audience.anonymous()))
                .orElse(reader);
    }

    private static Reason reason(Sender sender) {
        String edge = sender.port().map(ServedPort::edge).orElse("a port that is not declared");
        return Reason.of("write-back over " + edge);
    }

    private static Optional<io.maskwire.reveal.Caller> caller(Sender sender) {
        try {
            return sender.actor().map(actor -> new io.maskwire.reveal.Caller(actor, sender.audience()));
        } catch (IllegalArgumentException notRecordable) {
            // A name that no record can show gets nothing. The message doesn't say more than that.
            LOG.debug("Nothing is resolved for a caller whose name can't be recorded");
            return Optional.empty();
        }
    }

    private void tell(String line) {
        // As many as the declaration has edges and sets of classes.
        if (told.add(line)) {
            LOG.info(line);
        }
    }
}
