package io.maskwire.networkpolicy.manifest;

import io.maskwire.declaration.Place;
import java.util.SortedMap;

/** A Namespace object with the labels that are written in it. */
public record ReadNamespace(String name, SortedMap<String, String> labels, Place place) {

    /** Copies what it is given. */
    public ReadNamespace {
        labels = Copies.of(labels);
    }
}
