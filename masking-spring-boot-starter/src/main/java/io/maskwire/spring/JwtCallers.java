package io.maskwire.spring;

import io.maskwire.declaration.ServiceName;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.jwt.Jwt;

/** Reads the calling service from the claim of a validated JWT that the declaration names. Immutable. */
final class JwtCallers {

    private static final Pattern LABEL = Pattern.compile("[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?");

    private final Optional<String> claim;
    private final Optional<String> ownNamespace;

    JwtCallers(Optional<String> claim, Optional<String> ownNamespace) {
        this.claim = claim;
        this.ownNamespace = ownNamespace;
    }

    /** The caller an authenticated token names, with the roles it has; empty if it is no JWT or has no such claim. */
    Optional<Caller> of(Authentication authentication, Set<String> roles) {
        return jwt(authentication)
                .flatMap(jwt -> claim.map(name -> jwt.getClaims().get(name))
                        .map(named -> caller(named, jwt.getSubject(), roles)));
    }

    private static Optional<Jwt> jwt(Authentication authentication) {
        // An application may turn a validated token into any kind of authentication.
        return Stream.of(authentication.getPrincipal(), authentication.getCredentials())
                .filter(Jwt.class::isInstance)
                .map(Jwt.class::cast)
                .findFirst();
    }

    private Caller caller(Object named, @Nullable String subject, Set<String> roles) {
        Optional<ServiceName> service = named instanceof String text ? parse(text) : Optional.empty();
        // A token that a service got for itself has the service as its subject; its roles are no person's.
        return service.map(name -> named.equals(subject) ? Caller.service(name) : Caller.onBehalfOf(name, roles))
                .orElseGet(Caller::unknown);
    }

    private Optional<ServiceName> parse(String text) {
        int slash = text.indexOf('/');
        Optional<String> namespace = slash < 0 ? ownNamespace : Optional.of(text.substring(0, slash));
        String name = text.substring(slash + 1);
        return namespace.filter(ns -> isLabel(ns) && isLabel(name)).map(ns -> new ServiceName(ns, name));
    }

    private static boolean isLabel(String text) {
        return LABEL.matcher(text).matches();
    }
}
