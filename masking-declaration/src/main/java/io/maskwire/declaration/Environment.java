package io.maskwire.declaration;

import java.util.List;
import java.util.Map;

/**
 * What differs where a fleet is installed.
 *
 * @param name its name, such as {@code prod}
 * @param namespaces the namespaces there by the names that declarations use; others keep their name
 * @param meshTransport whether the mesh encrypts between services there, so that data may cross in clear over http
 * @param cidrs the addresses of hosts outside, by host, sorted; they replace those of declarations
 */
public record Environment(
        String name, Map<String, String> namespaces, boolean meshTransport, Map<String, List<String>> cidrs) {

    /** No environment: everything is as the declarations say. */
    public static final Environment NONE = new Environment("", Map.of(), false, Map.of());

    /** What a namespace is called there. */
    public String namespace(String declared) {
        return namespaces.getOrDefault(declared, declared);
    }
}
