package io.maskwire.declaration;

import java.util.Map;

/**
 * What {@code fleet.yml} says about the declarations of an organisation, in one environment. Immutable; maps are sorted
 * by name, and namespaces are called as in the environment.
 *
 * @param name the fleet's name, which marks the policies generated for it
 * @param platform platform peers by name; {@code dns} and {@code probes} are always among them
 * @param namespaces the namespaces that something is said about
 * @param topics the topics that services may publish to and consume
 * @param namedConsent whether a port must name its callers for any of them to connect
 * @param mesh the mesh that pods are in, where a namespace doesn't say otherwise
 * @param environment where the fleet is installed
 * @param shared classes and fields that every declaration of the fleet knows
 */
public record Fleet(
        String name,
        Map<String, PlatformPeer> platform,
        Map<String, Namespace> namespaces,
        Map<String, Topic> topics,
        boolean namedConsent,
        Mesh mesh,
        Environment environment,
        SharedRules shared) {

    /** A fleet with platform peers and nothing else. */
    public Fleet(String name, Map<String, PlatformPeer> platform) {
        this(name, platform, Map.of(), Map.of(), false, Mesh.NONE, Environment.NONE, SharedRules.NONE);
    }

    /** The mesh that pods of a namespace are in. */
    public Mesh mesh(String namespace) {
        Namespace said = namespaces.get(namespace);
        return said == null ? mesh : said.mesh().orElse(mesh);
    }
}
