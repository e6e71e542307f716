package io.maskwire.declaration;

/** A service by namespace and name, written {@code namespace/name}. Both are DNS-1123 labels. */
public record ServiceName(String namespace, String name) implements Comparable<ServiceName> {

    @Override
    public int compareTo(ServiceName other) {
        int byNamespace = namespace.compareTo(other.namespace);
        return byNamespace == 0 ? name.compareTo(other.name) : byNamespace;
    }

    @Override
    public String toString() {
        return namespace + "/" + name;
    }
}
