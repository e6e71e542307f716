package io.maskwire.spring;

import io.maskwire.policy.Audience;
import java.util.Set;

/**
 * A declared way out of this service that we write.
 *
 * @param name its name under {@code calls} or {@code external}
 * @param audience who receives
 * @param addresses the places that belong to it
 */
record Edge(String name, Audience audience, Set<Authority> addresses) {}
