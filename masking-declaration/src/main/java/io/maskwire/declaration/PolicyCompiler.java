package io.maskwire.declaration;

import io.maskwire.declaration.ServedPort.Caller;
import io.maskwire.policy.Audience;
import io.maskwire.policy.Classification;
import io.maskwire.policy.FieldPath;
import io.maskwire.policy.MaskingPolicy;
import io.maskwire.policy.Unclassified;
import io.maskwire.policy.WriteBack;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Turns what a declaration says into a policy: an audience for each end of each edge that Maskwire writes, and one for
 * each service anywhere, with no more than all its edges grant.
 */
final class PolicyCompiler {

    private final Audiences audiences;
    private final MaskingPolicy.Builder policy = MaskingPolicy.builder();
    private final Map<ServiceName, Set<String>> clearEverywhere = new TreeMap<>();

    PolicyCompiler(Audiences audiences) {
        this.audiences = audiences;
    }

    PolicyCompiler classes(KnownClasses classes) {
        classes.all().forEach((name, known) -> {
            policy.dataClass(name, known.mask());
            known.declared().only().ifPresent(only -> policy.only(name, audiencesOf(only)));
        });
        return this;
    }

    private static Audience[] audiencesOf(Set<String> only) {
        return only.stream()
                .map(name -> name.indexOf(':') < 0 ? Audience.service(name) : Audience.parse(name))
                .toArray(Audience[]::new);
    }

    PolicyCompiler fields(Map<FieldPath, Classification> rules) {
        rules.forEach(policy::field);
        return this;
    }

    PolicyCompiler mapKeys(Map<FieldPath, Classification> rules) {
        rules.forEach(policy::mapKeys);
        return this;
    }

    PolicyCompiler embedded(Set<FieldPath> paths) {
        paths.forEach(policy::embedded);
        return this;
    }

    PolicyCompiler unclassified(Unclassified what) {
        policy.unclassified(what);
        return this;
    }

    PolicyCompiler writeBack(WriteBack what) {
        policy.writeBack(what);
        return this;
    }

    PolicyCompiler serves(Iterable<ServedPort> ports) {
        ports.forEach(port ->
                port.callers().ifPresentOrElse(callers -> named(port.edge(), callers), () -> anybody(port.edge())));
        return this;
    }

    private void named(String edge, Map<ServiceName, Caller> callers) {
        callers.forEach((service, caller) -> edge(service, edge, caller.gives()));
    }

    private void anybody(String edge) {
        policy.anyService(edge);
        audiences
                .services()
                .forEach((service, grants) -> grant(audience(service).over(edge), grants));
    }

    PolicyCompiler calls(Iterable<Call> calls) {
        for (Call call : calls) {
            if (call.over() == Transport.HTTP) {
                edge(call.to(), call.edge(), call.sends());
            } else {
                everywhere(call.to(), Set.of());
            }
        }
        return this;
    }

    private void edge(ServiceName service, String edge, Set<String> clear) {
        grant(audience(service).over(edge), audiences.of(service).withClear(clear));
        everywhere(service, clear);
    }

    private void everywhere(ServiceName service, Set<String> clear) {
        clearEverywhere.computeIfAbsent(service, first -> new TreeSet<>(clear)).retainAll(clear);
    }

    PolicyCompiler external(Iterable<External> hosts) {
        for (External host : hosts) {
            if (host.over() == Transport.HTTP) {
                Audience audience = Audience.external(host.name());
                Grants grants = audiences.of(host).withClear(host.sends());
                grant(audience, grants);
                grant(audience.over(host.edge()), grants);
            }
        }
        return this;
    }

    PolicyCompiler publishes(Iterable<Publication> publications) {
        for (Publication publication : publications) {
            Audience audience = Audience.topic(publication.topic());
            Grants grants = Grants.NONE.withClear(publication.sends());
            grant(audience, grants);
            grant(audience.over(publication.edge()), grants);
        }
        return this;
    }

    /** The policy; called last, when all edges are known. */
    MaskingPolicy build() {
        audiences.services().keySet().forEach(service -> clearEverywhere.putIfAbsent(service, Set.of()));
        clearEverywhere.forEach((service, clear) ->
                grant(audience(service), audiences.of(service).withClear(clear)));
        audiences.others().forEach(this::grant);
        return policy.build();
    }

    private static Audience audience(ServiceName service) {
        return Audience.service(service.toString());
    }

    private void grant(Audience audience, Grants grants) {
        policy.audience(audience, grants::to);
    }
}
