package io.maskwire.networkpolicy;

import io.maskwire.declaration.Call;
import io.maskwire.declaration.Declaration;
import io.maskwire.declaration.Declaration.DataClass;
import io.maskwire.declaration.External;
import io.maskwire.declaration.Identity;
import io.maskwire.declaration.Place;
import io.maskwire.declaration.Protocol;
import io.maskwire.declaration.ServedPort;
import io.maskwire.declaration.ServedPort.Caller;
import io.maskwire.declaration.Service;
import io.maskwire.declaration.ServiceName;
import io.maskwire.declaration.Transport;
import io.maskwire.policy.Audience;
import io.maskwire.policy.Mask;
import io.maskwire.policy.MaskingPolicy;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;

/** Makes declarations by hand, also such as no parser would let through. */
final class Declared {

    private final ServiceName name;
    private final Place place;
    private final MaskingPolicy.Builder policy = MaskingPolicy.builder();
    private final Map<String, DataClass> classes = new TreeMap<>();
    private final Map<String, ServedPort> serves = new TreeMap<>();
    private final Map<String, Call> calls = new TreeMap<>();
    private final Map<String, External> external = new TreeMap<>();
    private Map<String, String> selector;
    private String owner = "";

    private Declared(ServiceName name, Place place) {
        this.name = name;
        this.place = place;
        this.selector = Map.of("app.kubernetes.io/name", name.name());
    }

    static Declared service(String name) {
        return service(name, name + ".yml");
    }

    static Declared service(String name, String file) {
        return new Declared(name(name), new Place(file, 1, 1));
    }

    static ServiceName name(String name) {
        int slash = name.indexOf('/');
        return new ServiceName(name.substring(0, slash), name.substring(slash + 1));
    }

    Declared selector(Map<String, String> labels) {
        this.selector = labels;
        return this;
    }

    Declared owner(String who) {
        this.owner = who;
        return this;
    }

    Declared dataClass(String dataClass, Mask mask, String... only) {
        policy.dataClass(dataClass, mask);
        if (only.length > 0) {
            policy.only(dataClass, Arrays.stream(only).map(Declared::audience).toArray(Audience[]::new));
        }
        classes.put(
                dataClass, new DataClass(only.length == 0 ? Optional.empty() : Optional.of(Set.of(only)), at(2, 3)));
        return this;
    }

    private static Audience audience(String name) {
        return name.indexOf(':') < 0 ? Audience.service(name) : Audience.parse(name);
    }

    Declared serves(Port port) {
        serves.put(port.name, port.build(at(10 + serves.size(), 3)));
        return this;
    }

    Declared calls(To call) {
        calls.put(call.name, call.call(at(20 + calls.size(), 3)));
        return this;
    }

    Declared external(To call, String host, int port, String... cidrs) {
        external.put(call.name, call.external(host, port, List.of(cidrs), at(30 + external.size(), 3)));
        return this;
    }

    Declaration build() {
        return new Declaration(
                Optional.of(new Service(name, selector, owner, place)),
                classes,
                policy.build(),
                new Identity(Optional.empty(), Optional.empty()),
                serves,
                calls,
                external,
                true);
    }

    private Place at(int line, int column) {
        return new Place(place.file(), line, column);
    }

    static Port port(String name, int number) {
        return new Port(name, number);
    }

    static To to(String name, String service, String port) {
        return new To(name, name(service), port);
    }

    static To outside(String name) {
        return new To(name, name("none/none"), "none");
    }

    /** A port served. */
    static final class Port {

        private final String name;
        private final int number;
        private OptionalInt servicePort = OptionalInt.empty();
        private Protocol protocol = Protocol.TCP;
        private Set<String> from = Set.of();
        private Set<String> accepts = Set.of();
        private Optional<Map<ServiceName, Caller>> callers = Optional.empty();

        private Port(String name, int number) {
            this.name = name;
            this.number = number;
        }

        Port servicePort(int port) {
            this.servicePort = OptionalInt.of(port);
            return this;
        }

        Port protocol(Protocol what) {
            this.protocol = what;
            return this;
        }

        Port from(String... peers) {
            this.from = Set.of(peers);
            return this;
        }

        Port accepts(String... dataClasses) {
            this.accepts = Set.of(dataClasses);
            return this;
        }

        Port nobody() {
            this.callers = Optional.of(Map.of());
            return this;
        }

        Port caller(String service, String... gives) {
            Map<ServiceName, Caller> named = new TreeMap<>(callers.orElse(Map.of()));
            named.put(Declared.name(service), new Caller(Set.of(gives), new Place("callers", 1, 1)));
            this.callers = Optional.of(named);
            return this;
        }

        private ServedPort build(Place place) {
            return new ServedPort(
                    name, number, servicePort, protocol, Optional.empty(), from, accepts, callers, Map.of(), place);
        }
    }

    /** A call, to a service or to a host outside. */
    static final class To {

        private final String name;
        private final ServiceName service;
        private final String port;
        private Transport over = Transport.HTTP;
        private Protocol protocol = Protocol.TCP;
        private Set<String> sends = Set.of();
        private Set<String> receives = Set.of();
        private Set<String> carries = Set.of();
        private String why = "";

        private To(String name, ServiceName service, String port) {
            this.name = name;
            this.service = service;
            this.port = port;
        }

        To over(Transport transport) {
            this.over = transport;
            return this;
        }

        To protocol(Protocol what) {
            this.protocol = what;
            return this;
        }

        To sends(String... dataClasses) {
            this.sends = Set.of(dataClasses);
            return this;
        }

        To receives(String... dataClasses) {
            this.receives = Set.of(dataClasses);
            return this;
        }

        To carries(String... dataClasses) {
            this.carries = Set.of(dataClasses);
            return this;
        }

        To why(String reason) {
            this.why = reason;
            return this;
        }

        private Call call(Place place) {
            return new Call(name, service, port, over, sends, receives, carries, why, place);
        }

        private External external(String host, int number, List<String> cidrs, Place place) {
            return new External(
                    name,
                    host,
                    cidrs,
                    Optional.empty(),
                    number,
                    protocol,
                    Optional.empty(),
                    over,
                    sends,
                    carries,
                    why,
                    place);
        }
    }
}
