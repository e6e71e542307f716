package io.maskwire.spring;

import jakarta.servlet.http.HttpServletRequest;

/**
 * Says who sent a request. A bean of this type replaces ours, which knows what Spring Security authenticated and the
 * client certificate that the container verified.
 *
 * <p>It is asked once for each request, on the request's thread, after all servlet filters of a security framework. It
 * must name a caller only from credentials that were checked; what it throws fails the request. Must be safe for use by
 * many threads.
 */
@FunctionalInterface
public interface CallerResolver {

    /** The caller; {@link Caller#anonymous} if the request carries no checked credentials. */
    Caller resolve(HttpServletRequest request);
}
