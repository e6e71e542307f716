package io.maskwire.spring;

import io.maskwire.declaration.ServedPort;
import io.maskwire.declaration.ServiceName;
import io.maskwire.policy.Audience;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/**
 * Who sent a request, as the request carries it.
 *
 * @param caller who was authenticated
 * @param user the authenticated user's name
 * @param port the declared port that took the request, if it can be told
 * @param audience who the answer is for, as the policy knows it; anonymous unless the request came over https
 */
record Sender(Caller caller, Optional<String> user, Optional<ServedPort> port, Audience audience) {

    private static final String ATTRIBUTE = Sender.class.getName();

    /** The sender a request carries. */
    static Optional<Sender> of(HttpServletRequest request) {
        return Optional.ofNullable((Sender) request.getAttribute(ATTRIBUTE));
    }

    /** Lets a request carry this sender. */
    void attachTo(HttpServletRequest request) {
        request.setAttribute(ATTRIBUTE, this);
    }

    /** The port, if a service sent the request that the declaration lets call there, for itself or for a person. */
    Optional<ServedPort> declaredEdge() {
        return caller.service().flatMap(service -> port.filter(taken -> mayCall(service, taken)));
    }

    private static boolean mayCall(ServiceName service, ServedPort port) {
        return port.callers().map(callers -> callers.containsKey(service)).orElse(true);
    }

    /** The name for audit records: of the person, or of the service that calls for itself. */
    Optional<String> actor() {
        return caller.isForItself() ? caller.service().map(ServiceName::toString) : user;
    }

    /** Prints neither names of people nor what they sent. */
    @Override
    public String toString() {
        return "Sender[" + audience + "]";
    }
}
