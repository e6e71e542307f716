package io.maskwire.networkpolicy.manifest;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Copies that nobody can change. */
final class Copies {

    private static final SortedMap<String, String> NONE = Collections.unmodifiableSortedMap(new TreeMap<>());

    private Copies() {}

    static SortedMap<String, String> of(Map<String, String> map) {
        return map.isEmpty() ? NONE : Collections.unmodifiableSortedMap(new TreeMap<>(map));
    }
}
