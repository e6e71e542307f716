package io.maskwire.spring;

import java.net.URI;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Finds the edge of a target by scheme, host and port. Immutable. */
final class Edges {

    private final Map<Authority, Edge> byAuthority;

    Edges(Map<Authority, Edge> byAuthority) {
        this.byAuthority = Map.copyOf(byAuthority);
    }

    static Edges of(Collection<Edge> edges) {
        return new Edges(edges.stream()
                .flatMap(edge -> edge.addresses().stream().map(address -> Map.entry(address, edge)))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, Edges::oneOnly)));
    }

    private static Edge oneOnly(Edge one, Edge other) {
        String shared = one.addresses().stream()
                .filter(other.addresses()::contains)
                .sorted((a, b) -> a.toString().compareTo(b.toString()))
                .findFirst()
                .map(Authority::toString)
                .orElse("an address");
        throw new StartException(
                "The edges " + one.name() + " and " + other.name() + " both have the address " + shared
                        + ", so a request there could be for either",
                "give one of them another address under masking.urls." + one.name() + " or masking.urls."
                        + other.name());
    }

    /** The edge a request to this URI belongs to. */
    Target target(URI uri) {
        Optional<Authority> authority = Authority.of(uri);
        return new Target(authority, authority.map(byAuthority::get));
    }
}
