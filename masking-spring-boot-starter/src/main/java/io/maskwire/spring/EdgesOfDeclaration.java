package io.maskwire.spring;

import io.maskwire.declaration.Call;
import io.maskwire.declaration.Declaration;
import io.maskwire.declaration.External;
import io.maskwire.declaration.Place;
import io.maskwire.declaration.ServiceName;
import io.maskwire.declaration.Transport;
import io.maskwire.policy.Audience;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Gives each HTTP edge of a declaration its addresses: those configured, else its names in Kubernetes. */
final class EdgesOfDeclaration {

    private final Declaration declaration;
    private final Map<String, List<String>> urls;

    EdgesOfDeclaration(Declaration declaration, Map<String, List<String>> urls) {
        this.declaration = declaration;
        this.urls = urls;
    }

    /**
     * The edges.
     *
     * @throws StartException if an edge has no address, one that isn't allowed, or if an address belongs to no edge
     */
    Edges edges() {
        checkNames();
        List<Edge> edges = new ArrayList<>();
        for (Call call : declaration.calls().values()) {
            if (call.over() == Transport.HTTP) {
                edges.add(edge(call));
            }
        }
        for (External external : declaration.external().values()) {
            if (external.over() == Transport.HTTP) {
                edges.add(edge(external));
            }
        }
        return Edges.of(edges);
    }

    private void checkNames() {
        Map<String, Transport> known = new TreeMap<>();
        declaration.calls().forEach((name, call) -> known.put(name, call.over()));
        declaration.external().forEach((name, external) -> known.put(name, external.over()));
        for (String name : urls.keySet()) {
            check(name, known);
        }
    }

    private void check(String name, Map<String, Transport> known) {
        if (known.isEmpty()) {
            throw new StartException(
                    "masking.urls." + name + " names no edge of the declaration",
                    "declare the edge under calls or external, or remove the property");
        }
        if (!known.containsKey(name)) {
            throw new StartException(
                    "masking.urls." + name + " names no edge of the declaration",
                    "the edges are " + known.keySet() + "; correct the name or remove the property");
        }
        if (declaration.calls().containsKey(name) && declaration.external().containsKey(name)) {
            throw new StartException(
                    "masking.urls." + name + " could be for calls." + name + " or for external." + name,
                    "rename one of the two in the declaration");
        }
        if (known.get(name) != Transport.HTTP) {
            throw new StartException(
                    "masking.urls." + name + " gives an address to an edge over "
                            + known.get(name).optionName() + ", which Maskwire does not write",
                    "remove the property");
        }
    }

    private Edge edge(Call call) {
        Set<Authority> addresses = configured(call.name()).orElseGet(() -> inCluster(call));
        checkHttps(call.edge(), call.name(), call.sends(), addresses, call.place());
        return new Edge(call.name(), Audience.service(call.to().toString()).over(call.edge()), addresses);
    }

    private Edge edge(External external) {
        Set<Authority> addresses = configured(external.name())
                .orElseGet(() -> Set.of(
                        Authority.of(external.port() == 443 ? "https" : "http", external.host(), external.port())));
        checkHttps(external.edge(), external.name(), external.sends(), addresses, external.place());
        return new Edge(external.name(), Audience.external(external.name()).over(external.edge()), addresses);
    }

    private Set<Authority> inCluster(Call call) {
        if (!call.port().equals("http") && !call.port().equals("https")) {
            throw new StartException(
                    call.place() + ": the address of " + call.edge() + " can't be told from its port's name "
                            + call.port(),
                    "set masking.urls." + call.name() + "=https://HOST:PORT");
        }
        Set<Authority> addresses = new LinkedHashSet<>();
        for (String host : hosts(call.to())) {
            addresses.add(Authority.of(call.port(), host, -1));
        }
        return addresses;
    }

    private List<String> hosts(ServiceName to) {
        String full = to.name() + "." + to.namespace();
        List<String> hosts = new ArrayList<>(List.of(full, full + ".svc", full + ".svc.cluster.local"));
        boolean ownNamespace = declaration
                .service()
                .map(own -> own.name().namespace().equals(to.namespace()))
                .orElse(false);
        if (ownNamespace) {
            hosts.add(to.name());
        }
        return hosts;
    }

    private static void checkHttps(
            String edge, String name, Set<String> sends, Set<Authority> addresses, Place declared) {
        for (Authority address : addresses) {
            if (!sends.isEmpty() && !address.isHttps()) {
                throw new StartException(
                        declared + ": " + edge + " sends " + sends + " in clear, and its address " + address
                                + " is not https",
                        "set masking.urls." + name + "=https://HOST:PORT, or remove sends");
            }
        }
    }

    private Optional<Set<Authority>> configured(String name) {
        List<String> texts = urls.getOrDefault(name, List.of());
        return texts.isEmpty() ? Optional.empty() : Optional.of(parsed(name, texts));
    }

    /**
     * The addresses that are configured for any edge.
     *
     * @throws StartException if one isn't allowed
     */
    static Set<Authority> configured(Map<String, List<String>> urls) {
        Set<Authority> all = new LinkedHashSet<>();
        urls.forEach((name, texts) -> all.addAll(parsed(name, texts)));
        return all;
    }

    private static Set<Authority> parsed(String name, List<String> texts) {
        Set<Authority> addresses = new LinkedHashSet<>();
        for (String text : texts) {
            addresses.add(parse(name, text).orElseThrow(() -> noUrl(name)));
        }
        return addresses;
    }

    private static Optional<Authority> parse(String name, String text) {
        try {
            URI uri = new URI(text.strip());
            String path = uri.getRawPath();
            boolean more = uri.getRawUserInfo() != null || uri.getRawQuery() != null || uri.getRawFragment() != null;
            boolean bare = path == null || path.isEmpty() || path.equals("/");
            return more || !bare ? Optional.empty() : Authority.of(uri);
        } catch (URISyntaxException e) {
            // Its message quotes the text, which may hold a password.
            throw noUrl(name);
        }
    }

    private static StartException noUrl(String name) {
        return new StartException(
                "masking.urls." + name + " is no address of an edge",
                "write https://HOST or https://HOST:PORT, without user, path and query; several are parted by commas");
    }
}
