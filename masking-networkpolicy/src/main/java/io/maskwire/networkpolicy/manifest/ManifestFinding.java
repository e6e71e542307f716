package io.maskwire.networkpolicy.manifest;

import io.maskwire.declaration.Place;

/**
 * Something in a manifest that is legal and probably not meant.
 *
 * @param field the field it is about, such as {@code spec.podSelector}
 * @param problem what it is; never a value
 * @param remedy what to do
 */
public record ManifestFinding(Kind kind, Place place, String field, String problem, String remedy) {

    /** The kinds of finding. */
    public enum Kind {
        /** No namespace is written, so the object is in {@code default}, or wherever it is applied. */
        NO_NAMESPACE,
        /** A field without a value, which the server reads as if it were absent. */
        NO_VALUE,
        /** A policy without a selector, which is for every pod of its namespace. */
        NO_SELECTOR,
        /** A value that stands twice. */
        REPEATED,
        /** The field {@code status}, which older clusters export and no server takes back. */
        STATUS,
        /** A policy of another API, which may open or close connections and is not read. */
        OTHER_POLICY,
        /** A document that is no Kubernetes object. */
        NO_OBJECT
    }

    @Override
    public String toString() {
        return kind + " " + place + ": " + (field.isEmpty() ? "" : field + " ") + problem + "; " + remedy;
    }
}
