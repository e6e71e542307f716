package io.maskwire.networkpolicy;

import io.maskwire.declaration.Consumption;
import io.maskwire.declaration.Declaration;
import io.maskwire.declaration.Declaration.DataClass;
import io.maskwire.declaration.Fleet;
import io.maskwire.declaration.Place;
import io.maskwire.declaration.Publication;
import io.maskwire.declaration.ServedPort;
import io.maskwire.declaration.ServiceName;
import io.maskwire.declaration.Topic;
import io.maskwire.networkpolicy.Finding.Subject;
import io.maskwire.networkpolicy.api.Shown;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What publishers and consumers agree to. Packets go to a topic's broker, which must let both connect; what a message
 * carries in clear is between its publisher and everybody who consumes the topic.
 */
final class Topics {

    /** The two ends of a topic. */
    private record Ends(SortedMap<ServiceName, Publication> publishers, SortedMap<ServiceName, Consumption> consumers) {

        Ends() {
            this(new TreeMap<>(), new TreeMap<>());
        }

        Set<String> sent() {
            Set<String> sent = new TreeSet<>();
            publishers.values().forEach(publication -> sent.addAll(publication.sends()));
            return sent;
        }
    }

    private final Fleet fleet;
    private final Services services;
    private final SortedMap<String, Ends> ends = new TreeMap<>();
    private final List<TopicUse> uses = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();

    private Topics(Fleet fleet, Services services) {
        this.fleet = fleet;
        this.services = services;
    }

    static Topics of(Fleet fleet, Services services) {
        Topics topics = new Topics(fleet, services);
        services.declarations().forEach(topics::collect);
        topics.ends.forEach(topics::topic);
        return topics;
    }

    /** The ways to brokers that both ends agree to, in order. */
    List<TopicUse> uses() {
        return uses.stream().sorted(TopicUse.ORDER).toList();
    }

    /** What the ends don't agree about. */
    List<Finding> findings() {
        return Collections.unmodifiableList(findings);
    }

    private void collect(Declaration declaration) {
        ServiceName name = Services.service(declaration).name();
        declaration
                .publishes()
                .forEach((topic, publication) -> ends(topic).publishers().put(name, publication));
        declaration
                .consumes()
                .forEach((topic, consumption) -> ends(topic).consumers().put(name, consumption));
    }

    private Ends ends(String topic) {
        return ends.computeIfAbsent(topic, any -> new Ends());
    }

    private void topic(String name, Ends both) {
        Topic topic = Objects.requireNonNull(fleet.topics().get(name));
        both.publishers()
                .forEach((service, publication) -> use(new TopicUse(
                        service, name, topic, true, publication.sends(), publication.why(), publication.place())));
        both.consumers().forEach((service, consumption) -> {
            if (isNamed(service, name, consumption, both)) {
                use(new TopicUse(service, name, topic, false, both.sent(), consumption.why(), consumption.place()));
            }
            receives(service, consumption, both);
        });
        both.publishers().forEach((service, publication) -> sends(service, publication, both));
    }

    /** A way to the broker, if that is a platform peer or a service that lets this one connect. */
    private void use(TopicUse use) {
        if (use.topic().isService()) {
            ServedPort port = Objects.requireNonNull(
                    broker(use.topic()).serves().get(use.topic().port()));
            boolean agreed = port.callers()
                    .map(callers -> callers.containsKey(use.from()))
                    .orElse(!fleet.namedConsent());
            if (!agreed) {
                finding(
                        FindingRule.NO_CONSENT,
                        use.from(),
                        use.edge(),
                        use.place(),
                        Shown.topic(use.edge()) + " is left out: the broker "
                                + use.topic().broker() + " ("
                                + port.place() + ") doesn't name " + use.from() + " among the callers of "
                                + Shown.name(port.name()),
                        "ask its owner to add " + use.from() + " to callers");
                return;
            }
        }
        uses.add(use);
    }

    private Declaration broker(Topic topic) {
        return Objects.requireNonNull(services.get(TopicUse.broker(topic)));
    }

    /** Whether every publisher that names its consumers names this one. */
    private boolean isNamed(ServiceName consumer, String name, Consumption consumption, Ends both) {
        boolean named = true;
        for (Map.Entry<ServiceName, Publication> publisher : both.publishers().entrySet()) {
            Publication publication = publisher.getValue();
            if (!publication.consumers().map(some -> some.contains(consumer)).orElse(!fleet.namedConsent())) {
                named = false;
                finding(
                        FindingRule.CONSUMER_NOT_NAMED,
                        consumer,
                        consumption.edge(),
                        consumption.place(),
                        Shown.topic(consumption.edge()) + " is left out: " + publisher.getKey() + " ("
                                + publication.place() + ") publishes " + Shown.topic(name) + " and doesn't name "
                                + consumer + " among its consumers",
                        "ask its owner to add " + consumer + " to consumers, or remove it here");
            }
        }
        return named;
    }

    private void sends(ServiceName publisher, Publication publication, Ends both) {
        both.consumers().forEach((consumer, consumption) -> {
            Set<String> tooMuch = new TreeSet<>(publication.sends());
            tooMuch.removeAll(consumption.receives());
            if (!tooMuch.isEmpty()) {
                finding(
                        FindingRule.TOPIC_NOT_ACCEPTED,
                        publisher,
                        publication.edge(),
                        publication.place(),
                        Shown.topic(publication.edge()) + " sends " + Shown.list(tooMuch) + " in clear, which its"
                                + " consumer " + consumer + " (" + consumption.place() + ") doesn't accept",
                        "take it out of sends, or ask the owner to add it to receives: all consumers read the same"
                                + " message");
            }
            publication.sends().forEach(dataClass -> only(dataClass, publisher, publication, consumer));
        });
    }

    /** Either end's file may limit a class; each limit holds. */
    private void only(String dataClass, ServiceName publisher, Publication publication, ServiceName consumer) {
        for (ServiceName end : List.of(publisher, consumer)) {
            Optional<DataClass> limit = Optional.ofNullable(services.get(end))
                    .flatMap(declaration ->
                            Optional.ofNullable(declaration.classes().get(dataClass)))
                    .filter(known -> known.only()
                            .filter(only -> !only.contains(consumer.toString()))
                            .isPresent());
            if (limit.isPresent()) {
                finding(
                        FindingRule.CLASS_REACH,
                        publisher,
                        publication.edge(),
                        publication.place(),
                        Shown.topic(publication.edge()) + " brings " + Shown.name(dataClass) + " in clear to "
                                + consumer + ", but the class is only for "
                                + Shown.list(limit.get().only().orElse(Set.of())) + " ("
                                + limit.get().place() + ")",
                        "add " + consumer + " to only, or take the class out of sends");
                return;
            }
        }
    }

    private void receives(ServiceName consumer, Consumption consumption, Ends both) {
        Set<String> tooMuch = new TreeSet<>(consumption.receives());
        tooMuch.removeAll(both.sent());
        if (!tooMuch.isEmpty()) {
            finding(
                    FindingRule.TOPIC_NOT_SENT,
                    consumer,
                    consumption.edge(),
                    consumption.place(),
                    Shown.topic(consumption.edge()) + " wants to receive " + Shown.list(tooMuch)
                            + " in clear, which no declared publisher sends",
                    "take it out of receives, or ask a publisher's owner to add it to sends");
        }
    }

    private void finding(
            FindingRule rule, ServiceName service, String edge, Place place, String problem, String remedy) {
        findings.add(new Finding(rule, place, List.of(new Subject(service, edge)), problem, remedy));
    }
}
