package io.maskwire.declaration;

import org.jspecify.annotations.Nullable;

/** A service by namespace and name, written {@code namespace/name}. Both are DNS-1123 labels. */
public record ServiceName(String namespace, String name) implements Comparable<ServiceName> {

    /**
     * The one that a text names.
     *
     * @throws IllegalArgumentException if the text isn't {@code NAMESPACE/NAME}
     */
    public static ServiceName parse(String text) {
        int slash = text.indexOf('/');
        if (slash < 1 || slash != text.lastIndexOf('/') || slash == text.length() - 1) {
            throw new IllegalArgumentException("write NAMESPACE/NAME");
        }
        return new ServiceName(text.substring(0, slash), text.substring(slash + 1));
    }

    /** Spread by hand: a record's own hash of two short texts that count up is the same for many of them. */
    @Override
    public int hashCode() {
        return namespace.hashCode() * 0x9E3779B1 + name.hashCode();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ServiceName that && name.equals(that.name) && namespace.equals(that.namespace);
    }

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
