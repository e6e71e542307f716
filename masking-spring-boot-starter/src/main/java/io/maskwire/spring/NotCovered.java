package io.maskwire.spring;

import io.maskwire.spring.Coverage.Way;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.util.ClassUtils;

/** Says once, when the application starts, which ways out of this service nothing of Maskwire looks at. */
final class NotCovered implements SmartInitializingSingleton {

    private static final Log LOG = LogFactory.getLog("io.maskwire.start");

    private final ObjectProvider<Coverage> coverages;

    NotCovered(ObjectProvider<Coverage> coverages) {
        this.coverages = coverages;
    }

    private List<String> ways() {
        List<String> ways = new ArrayList<>();
        if (covers(Way.ANSWERS)) {
            ways.add("answers written as String, bytes, file, stream, form or view");
            ways.add("headers");
            addIfPresent(ways, "org.springframework.boot.actuate.endpoint.annotation.Endpoint", "the actuator");
            addIfPresent(ways, "org.springframework.web.socket.WebSocketHandler", "WebSocket");
            addIfPresent(ways, "graphql.GraphQL", "GraphQL");
        } else {
            ways.add("all answers, as this is no servlet application with Spring MVC and Jackson");
        }
        if (covers(Way.ANSWERS) && !covers(Way.FUNCTIONAL_ENDPOINTS)) {
            ways.add("functional endpoints, as the application extends WebMvcConfigurationSupport");
        }
        if (covers(Way.REQUESTS)) {
            ways.add("addresses and headers of requests, and bodies given as String, bytes, file, stream or form");
            ways.add("HTTP clients not made by Spring Boot's builders, and request factories or lists of message"
                    + " converters changed by hand");
        } else {
            ways.add("all requests to other services, as the declaration says neither calls nor external, or as this"
                    + " application has no Jackson or not Spring Boot's converters for clients");
        }
        addIfPresent(ways, "org.springframework.web.reactive.function.client.WebClient", "WebClient");
        addIfPresent(ways, "feign.Feign", "Feign");
        addIfPresent(ways, "org.springframework.kafka.core.KafkaTemplate", "Kafka");
        addIfPresent(ways, "org.springframework.amqp.core.AmqpTemplate", "AMQP");
        addIfPresent(ways, "org.springframework.jms.core.JmsOperations", "JMS");
        addIfPresent(ways, "io.grpc.Channel", "gRPC");
        ways.add("logs, traces, mail, files, caches and databases");
        return ways;
    }

    private static void addIfPresent(List<String> ways, String type, String name) {
        if (ClassUtils.isPresent(type, NotCovered.class.getClassLoader())) {
            ways.add(name);
        }
    }

    @Override
    public void afterSingletonsInstantiated() {
        LOG.info("Not covered by Maskwire: " + String.join("; ", ways()));
    }

    private boolean covers(Way way) {
        return coverages.stream()
                .anyMatch(coverage -> coverage.way() == way && coverage.inUse().getAsBoolean());
    }
}
