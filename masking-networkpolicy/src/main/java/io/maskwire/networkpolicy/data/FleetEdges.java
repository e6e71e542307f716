package io.maskwire.networkpolicy.data;

import io.maskwire.declaration.Call;
import io.maskwire.declaration.Declaration;
import io.maskwire.declaration.Fleet;
import io.maskwire.declaration.ServedPort;
import io.maskwire.declaration.ServedPort.Caller;
import io.maskwire.declaration.Service;
import io.maskwire.declaration.ServiceName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The declarations of a fleet by service, and the calls that connect them: those without consent are not among them, as
 * no packet passes.
 */
record FleetEdges(Fleet fleet, SortedMap<ServiceName, Declaration> services, List<Open> calls) {

    /** A call that is open. */
    record Open(Declaration caller, Declaration provider, Call call, ServedPort port, Optional<Caller> named) {

        ServiceName from() {
            return name(caller);
        }

        ServiceName to() {
            return call.to();
        }
    }

    static FleetEdges of(Fleet fleet, Collection<Declaration> declarations) {
        SortedMap<ServiceName, Declaration> services = new TreeMap<>();
        declarations.forEach(declaration -> services.put(name(declaration), declaration));
        List<Open> calls = new ArrayList<>();
        services.values()
                .forEach(caller -> caller.calls()
                        .values()
                        .forEach(call -> open(fleet, services, caller, call).ifPresent(calls::add)));
        return new FleetEdges(fleet, services, calls);
    }

    private static Optional<Open> open(
            Fleet fleet, Map<ServiceName, Declaration> services, Declaration caller, Call call) {
        Declaration provider = Objects.requireNonNull(services.get(call.to()));
        ServedPort port = Objects.requireNonNull(provider.serves().get(call.port()));
        Optional<Caller> named = port.callers().flatMap(callers -> Optional.ofNullable(callers.get(name(caller))));
        boolean mustBeNamed = port.callers().isPresent() || fleet.namedConsent();
        return mustBeNamed && named.isEmpty()
                ? Optional.empty()
                : Optional.of(new Open(caller, provider, call, port, named));
    }

    static Service service(Declaration declaration) {
        return declaration.service().orElseThrow();
    }

    static ServiceName name(Declaration declaration) {
        return service(declaration).name();
    }
}
