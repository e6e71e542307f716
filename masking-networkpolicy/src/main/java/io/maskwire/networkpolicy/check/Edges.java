package io.maskwire.networkpolicy.check;

import io.maskwire.declaration.Call;
import io.maskwire.declaration.Declaration;
import io.maskwire.declaration.External;
import io.maskwire.declaration.Place;
import io.maskwire.declaration.ServedPort;
import io.maskwire.declaration.Service;
import io.maskwire.declaration.ServiceName;
import io.maskwire.networkpolicy.api.Cidr;
import io.maskwire.networkpolicy.manifest.Direction;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Finds the declared edge, and its place, behind what a policy opens. */
final class Edges {

    private record Key(ServiceName from, ServiceName to, String port) {}

    private final Map<ServiceName, Declaration> declarations = new HashMap<>();
    private final Map<Peer, ServiceName> services;
    private final Map<Key, Place> calls = new HashMap<>();

    Edges(Expected expected, Collection<Declaration> all) {
        this.services = expected.peers();
        all.forEach(declaration -> declarations.put(service(declaration).name(), declaration));
        declarations.forEach((name, declaration) -> declaration.calls().values().forEach(call -> call(name, call)));
    }

    private Declaration declaration(ServiceName service) {
        return Objects.requireNonNull(declarations.get(service));
    }

    private static Service service(Declaration declaration) {
        return declaration.service().orElseThrow();
    }

    private void call(ServiceName from, Call call) {
        Optional.ofNullable(declarations.get(call.to()))
                .flatMap(provider -> Optional.ofNullable(provider.serves().get(call.port())))
                .ifPresent(port -> calls.put(new Key(from, call.to(), number(port)), call.place()));
    }

    private static String number(ServedPort port) {
        return port.port() + "/" + port.protocol();
    }

    /** What an opening of a service's policy connects. */
    Connection connection(ServiceName owner, Opening opening) {
        String peer = name(opening.peer());
        return opening.direction() == Direction.EGRESS
                ? new Connection(owner.toString(), peer, opening.port())
                : new Connection(peer, owner.toString(), opening.port());
    }

    /** The service that a peer is, or what selects it. */
    String name(Peer peer) {
        ServiceName service = services.get(peer);
        return service == null ? peer.shown() : service.toString();
    }

    /** Where a service is declared. */
    Place place(ServiceName service) {
        return service(declaration(service)).place();
    }

    /** Where the edge is declared that opens this, or the service if no single one does. */
    Place place(ServiceName owner, Opening opening) {
        return edge(owner, opening).orElseGet(() -> place(owner));
    }

    private Optional<Place> edge(ServiceName owner, Opening opening) {
        ServiceName other = services.get(opening.peer());
        if (other != null) {
            return Optional.ofNullable(calls.get(
                    opening.direction() == Direction.EGRESS
                            ? new Key(owner, other, opening.port())
                            : new Key(other, owner, opening.port())));
        }
        return opening.direction() == Direction.EGRESS ? external(owner, opening) : served(owner, opening);
    }

    private Optional<Place> external(ServiceName owner, Opening opening) {
        return declaration(owner).external().values().stream()
                .filter(external -> opening.port().equals(external.port() + "/" + external.protocol()))
                .filter(external -> opening.peer() instanceof Peer.Addresses addresses && isOf(external, addresses))
                .map(External::place)
                .findFirst();
    }

    private static boolean isOf(External external, Peer.Addresses addresses) {
        return external.cidrs().stream()
                .flatMap(cidr -> Cidr.parse(cidr).stream())
                .anyMatch(addresses.block()::equals);
    }

    private Optional<Place> served(ServiceName owner, Opening opening) {
        return declaration(owner).serves().values().stream()
                .filter(port -> !port.from().isEmpty() && number(port).equals(opening.port()))
                .map(ServedPort::place)
                .findFirst();
    }
}
