package io.maskwire.spring;

import io.maskwire.declaration.Declaration;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationTrustResolver;
import org.springframework.security.authentication.AuthenticationTrustResolverImpl;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.util.ClassUtils;

/** Reads the caller from what Spring Security authenticated. Immutable. */
final class SecurityCallers {

    private static final String ROLE = "ROLE_";
    private static final boolean JWT_PRESENT =
            ClassUtils.isPresent("org.springframework.security.oauth2.jwt.Jwt", SecurityCallers.class.getClassLoader());

    private final AuthenticationTrustResolver trust = new AuthenticationTrustResolverImpl();
    private final @Nullable JwtCallers tokens;

    SecurityCallers(Declaration declaration) {
        this.tokens = JWT_PRESENT
                ? new JwtCallers(
                        declaration.identity().jwtClaim(),
                        declaration.service().map(service -> service.name().namespace()))
                : null;
    }

    /** The caller of the request this thread works on. */
    Caller current() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication == null || !authentication.isAuthenticated() || trust.isAnonymous(authentication)) {
            return Caller.anonymous();
        }
        Set<String> roles = roles(authentication);
        if (tokens == null) {
            return Caller.person(roles);
        }
        return tokens.of(authentication, roles).orElseGet(() -> Caller.person(roles));
    }

    private static Set<String> roles(Authentication authentication) {
        Set<String> roles = new TreeSet<>();
        for (GrantedAuthority granted : authentication.getAuthorities()) {
            String authority = granted.getAuthority();
            if (authority != null && authority.startsWith(ROLE)) {
                roles.add(authority.substring(ROLE.length()));
            }
        }
        return roles;
    }
}
