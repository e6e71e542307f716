package io.maskwire.spring;

import io.maskwire.declaration.ServiceName;
import io.maskwire.policy.Audience;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Who sent a request: a service, a person, a service on behalf of a person, somebody authenticated whom we can't name,
 * or nobody we know. Immutable.
 */
public final class Caller {

    private static final Caller ANONYMOUS = new Caller(null, null, false);
    private static final Caller UNKNOWN = new Caller(null, null, true);

    private final @Nullable ServiceName service;
    private final @Nullable Set<String> roles;
    private final boolean unknown;

    private Caller(@Nullable ServiceName service, @Nullable Set<String> roles, boolean unknown) {
        this.service = service;
        this.roles = roles;
        this.unknown = unknown;
    }

    /** Nobody we know. */
    public static Caller anonymous() {
        return ANONYMOUS;
    }

    /** Somebody who names itself in a way the declaration can't know; every classified value is erased. */
    public static Caller unknown() {
        return UNKNOWN;
    }

    /** A service that calls for itself. */
    public static Caller service(ServiceName service) {
        return new Caller(Objects.requireNonNull(service, "service"), null, false);
    }

    /** A person with roles; without any, a person sees what everybody sees. */
    public static Caller person(Set<String> roles) {
        return new Caller(null, Set.copyOf(roles), false);
    }

    /** This service on behalf of that person: together they see in clear only what both may. */
    public static Caller onBehalfOf(ServiceName service, Set<String> roles) {
        return new Caller(Objects.requireNonNull(service, "service"), Set.copyOf(roles), false);
    }

    /** Who came by the connection, and who by the credentials in the request; they may be one and the same service. */
    static Caller both(Caller connection, Caller request) {
        if (connection.isNobody()) {
            return request;
        }
        if (request.isNobody()) {
            return connection;
        }
        boolean otherService = request.service != null && !request.service.equals(connection.service);
        if (connection.unknown || request.unknown || otherService) {
            return UNKNOWN;
        }
        return new Caller(connection.service, request.roles, false);
    }

    /** The calling service. */
    Optional<ServiceName> service() {
        return Optional.ofNullable(service);
    }

    /** True for a service that calls for no person. */
    boolean isForItself() {
        return service != null && roles == null;
    }

    private boolean isNobody() {
        return service == null && roles == null && !unknown;
    }

    /** The audience of an answer that leaves by an edge such as {@code serves.https}, if the edge is known. */
    Audience audience(Optional<String> edge) {
        if (unknown) {
            return Audience.unknown();
        }
        Audience person = person();
        if (service == null) {
            return person;
        }
        Audience byName = Audience.service(service.toString());
        Audience atEdge = edge.map(byName::over).orElse(byName);
        if (roles == null) {
            return atEdge;
        }
        // For a person without roles a service must not see what it sees for itself.
        return atEdge.and(roles.isEmpty() ? Audience.unknown() : person);
    }

    private Audience person() {
        if (roles == null || roles.isEmpty()) {
            return Audience.anonymous();
        }
        return new TreeSet<>(roles)
                .stream()
                        .filter(Caller::canBeDeclared)
                        .map(Audience::role)
                        .reduce(Audience::and)
                        .orElseGet(Audience::unknown);
    }

    /** An issuer may name roles as no declaration can, such as with spaces; they count as roles nobody declared. */
    private static boolean canBeDeclared(String role) {
        return !role.isEmpty() && role.codePoints().noneMatch(c -> c <= ' ' || c == 0x7f || Character.isWhitespace(c));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Caller caller
                && Objects.equals(service, caller.service)
                && Objects.equals(roles, caller.roles)
                && unknown == caller.unknown;
    }

    @Override
    public int hashCode() {
        return Objects.hash(service, roles, unknown);
    }

    /** Prints names only. */
    @Override
    public String toString() {
        return "Caller[" + audience(Optional.empty()) + "]";
    }
}
