package io.maskwire.declaration;

import java.util.Optional;
import java.util.Set;

/**
 * What the fleet says about a namespace.
 *
 * @param defaultDeny when it gets a default deny
 * @param workloads the names of all services that run in it, sorted; needed for {@link DefaultDeny#WHEN_COMPLETE}
 * @param managed whether any policy is written in it
 * @param mesh the mesh its pods are in, if that differs from the fleet's
 * @param place where it was declared
 */
public record Namespace(
        DefaultDeny defaultDeny, Set<String> workloads, boolean managed, Optional<Mesh> mesh, Place place) {}
