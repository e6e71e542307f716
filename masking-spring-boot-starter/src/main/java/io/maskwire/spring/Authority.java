package io.maskwire.spring;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Optional;

/**
 * Scheme, host and port of an HTTP address in one spelling, so that two addresses of one place are equal: default ports
 * are written out, letters of a host don't differ by case, a final dot and the spelling of an IPv6 address don't count.
 */
record Authority(String scheme, String host, int port) {

    /** The place a URI leads to; empty if it is no HTTP address or its host can't be told for sure. */
    static Optional<Authority> of(URI uri) {
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        boolean http = scheme.equals("http") || scheme.equals("https");
        if (!http || uri.getHost() == null || uri.getHost().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(of(scheme, uri.getHost(), uri.getPort()));
    }

    static Authority of(String scheme, String host, int port) {
        return new Authority(scheme, normalized(host), port >= 0 ? port : scheme.equals("https") ? 443 : 80);
    }

    private static String normalized(String host) {
        String lower = host.toLowerCase(Locale.ROOT);
        if (lower.startsWith("[")) {
            return literal(lower);
        }
        return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
    }

    private static String literal(String bracketed) {
        try {
            // An address in brackets is never looked up.
            String address = InetAddress.getByName(bracketed).getHostAddress();
            return address.contains(":") ? "[" + address + "]" : address;
        } catch (UnknownHostException e) {
            return bracketed;
        }
    }

    boolean isHttps() {
        return scheme.equals("https");
    }

    @Override
    public String toString() {
        return scheme + "://" + host + ":" + port;
    }
}
