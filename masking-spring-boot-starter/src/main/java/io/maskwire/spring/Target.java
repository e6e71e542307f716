package io.maskwire.spring;

import java.util.Locale;
import java.util.Optional;

/**
 * Where a request goes. Its text holds scheme, host and port only: path and query may hold values.
 *
 * @param authority the place; empty if the URI's host can't be told for sure
 * @param edge the declared edge the place belongs to
 */
record Target(Optional<Authority> authority, Optional<Edge> edge) {

    /** What to add to the declaration so that a request may go here. */
    String lineToAdd() {
        if (authority.isEmpty()) {
            return "name the target by http or https, a host of letters, digits, dots and hyphens, and a port";
        }
        Authority place = authority.get();
        String name = suggestedName(place);
        return "if it may be called, add to maskwire.yml, for a service of the cluster:\n    calls: {" + name
                + ": {to: NAMESPACE/NAME, port: " + place.scheme() + "}}\nand masking.urls." + name + "=" + place
                + " to the configuration; for a host outside:\n    external: {" + name + ": {host: " + place.host()
                + ", cidrs: [ITS ADDRESSES], port: " + place.port() + "}}";
    }

    private static String suggestedName(Authority place) {
        String name = place.host().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
        String trimmed = name.replaceAll("^-+|-+$", "");
        return trimmed.length() > 63 ? trimmed.substring(0, 63).replaceAll("-+$", "") : trimmed;
    }

    @Override
    public String toString() {
        return authority.map(Authority::toString).orElse("a target without a clear host");
    }
}
