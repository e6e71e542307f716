package io.maskwire.networkpolicy;

import io.maskwire.declaration.Place;
import io.maskwire.declaration.ServiceName;
import io.maskwire.declaration.Topic;
import java.util.Comparator;
import java.util.Set;

/**
 * A service's way to the broker of a topic.
 *
 * @param from the service
 * @param name the topic's name
 * @param topic the topic
 * @param publishes whether it writes or reads
 * @param clear what messages carry in clear
 * @param why the reason, or empty
 * @param place where the service declares it
 */
record TopicUse(
        ServiceName from, String name, Topic topic, boolean publishes, Set<String> clear, String why, Place place) {

    static final Comparator<TopicUse> ORDER = Comparator.comparing(TopicUse::name)
            .thenComparing(use -> !use.publishes())
            .thenComparing(TopicUse::from);

    String edge() {
        return (publishes ? "publishes." : "consumes.") + name;
    }

    /** The service that is the broker of a topic. */
    static ServiceName broker(Topic topic) {
        int slash = topic.broker().indexOf('/');
        return new ServiceName(
                topic.broker().substring(0, slash), topic.broker().substring(slash + 1));
    }
}
