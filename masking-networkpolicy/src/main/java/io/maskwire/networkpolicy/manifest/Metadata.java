package io.maskwire.networkpolicy.manifest;

import io.maskwire.declaration.Place;
import java.util.SortedMap;

/**
 * What an object is called.
 *
 * @param name its name; an object that names no namespace is in {@code default}
 * @param place where the object begins
 */
public record Metadata(
        ObjectName name, SortedMap<String, String> labels, SortedMap<String, String> annotations, Place place) {

    /** Copies what it is given. */
    public Metadata {
        labels = Copies.of(labels);
        annotations = Copies.of(annotations);
    }
}
