package io.maskwire.networkpolicy;

import io.maskwire.declaration.ServiceName;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a fleet's declarations compile to. The same declarations give the same bytes: on any machine, in any order, from
 * any folder.
 *
 * @param fleet the fleet's name, the value of the label {@code maskwire.io/fleet} on every policy
 * @param services the services declared
 * @param edges how many declared calls are open
 * @param files the text of every file by its name relative to the output folder, with {@code /} on every system
 * @param findings what somebody should settle, in the order of places
 */
public record Manifests(
        String fleet,
        SortedSet<ServiceName> services,
        int edges,
        SortedMap<String, String> files,
        List<Finding> findings) {

    /** Copies what it is given. */
    public Manifests {
        services = Collections.unmodifiableSortedSet(new TreeSet<>(services));
        files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
        findings = List.copyOf(findings);
    }
}
