package io.maskwire.networkpolicy.check;

import io.maskwire.declaration.ServiceName;
import io.maskwire.networkpolicy.Manifests;
import io.maskwire.networkpolicy.manifest.ManifestReader;
import io.maskwire.networkpolicy.manifest.ManifestSource;
import io.maskwire.networkpolicy.manifest.NetworkPolicy;
import io.maskwire.networkpolicy.manifest.ObjectName;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The policies that declarations compile to, read back from the text that would be written.
 *
 * @param policies the policies by name
 * @param services whose policy it is; a default deny is nobody's
 */
record Expected(SortedMap<ObjectName, NetworkPolicy> policies, SortedMap<ObjectName, ServiceName> services) {

    private static final String MANIFEST = ".yaml";
    private static final String DEFAULT_DENY = "default-deny/";

    static Expected of(Manifests manifests) {
        SortedMap<ObjectName, NetworkPolicy> policies = new TreeMap<>();
        SortedMap<ObjectName, ServiceName> services = new TreeMap<>();
        List<ManifestSource> sources = manifests.files().entrySet().stream()
                .filter(file -> file.getKey().endsWith(MANIFEST))
                .map(file -> ManifestSource.text(file.getKey(), file.getValue()))
                .toList();
        for (NetworkPolicy policy : ManifestReader.read(sources).policies()) {
            policies.put(policy.metadata().name(), policy);
            service(policy.metadata().place().file(), manifests)
                    .ifPresent(service -> services.put(policy.metadata().name(), service));
        }
        return new Expected(policies, services);
    }

    private static Optional<ServiceName> service(String file, Manifests manifests) {
        if (file.startsWith(DEFAULT_DENY)) {
            return Optional.empty();
        }
        int slash = file.indexOf('/');
        // Behind a dot stands which of several workloads of the service it is.
        ServiceName name = new ServiceName(file.substring(0, slash), file.substring(slash + 1, file.indexOf('.')));
        return manifests.services().contains(name) ? Optional.of(name) : Optional.empty();
    }

    NetworkPolicy policy(ObjectName name) {
        return Objects.requireNonNull(policies.get(name));
    }

    /** The service whose pods a peer is, if it is exactly one's. */
    Map<Peer, ServiceName> peers() {
        Map<Peer, ServiceName> peers = new HashMap<>();
        services.forEach((name, service) ->
                peers.put(Peer.pods(name.namespace(), policy(name).podSelector(), Map.of()), service));
        return peers;
    }
}
