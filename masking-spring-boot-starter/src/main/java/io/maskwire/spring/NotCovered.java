package io.maskwire.spring;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.util.ClassUtils;

/** Says once, when the application starts, which ways out of this service nothing of Maskwire looks at. */
final class NotCovered implements SmartInitializingSingleton {

    private static final Log LOG = LogFactory.getLog("io.maskwire.start");

    private final List<String> ways;

    NotCovered(boolean answers, boolean requests) {
        this.ways = ways(answers, requests);
    }

    private static List<String> ways(boolean answers, boolean requests) {
        List<String> ways = new ArrayList<>();
        if (answers) {
            ways.add("answers written as String, bytes, file, stream, form or view");
            ways.add("headers");
            addIfPresent(ways, "org.springframework.boot.actuate.endpoint.annotation.Endpoint", "the actuator");
            addIfPresent(ways, "org.springframework.web.socket.WebSocketHandler", "WebSocket");
            addIfPresent(ways, "graphql.GraphQL", "GraphQL");
        } else {
            ways.add("all answers, as this is no servlet application with Spring MVC and Jackson");
        }
        if (requests) {
            ways.add("addresses and headers of requests, and bodies given as String, bytes, file, stream or form");
            ways.add("HTTP clients not made by Spring Boot's builders, and request factories or lists of message"
                    + " converters changed by hand");
        } else {
            ways.add("all requests to other services");
        }
        addIfPresent(ways, "org.springframework.web.reactive.function.client.WebClient", "WebClient");
        addIfPresent(ways, "feign.Feign", "Feign");
        addIfPresent(ways, "org.springframework.kafka.core.KafkaTemplate", "Kafka");
        addIfPresent(ways, "org.springframework.amqp.core.AmqpTemplate", "AMQP");
        addIfPresent(ways, "org.springframework.jms.core.JmsOperations", "JMS");
        addIfPresent(ways, "io.grpc.Channel", "gRPC");
        ways.add("logs, traces, mail, files, caches and databases");
        return List.copyOf(ways);
    }

    private static void addIfPresent(List<String> ways, String type, String name) {
        if (ClassUtils.isPresent(type, NotCovered.class.getClassLoader())) {
            ways.add(name);
        }
    }

    @Override
    public void afterSingletonsInstantiated() {
        LOG.info("Not covered by Maskwire: " + String.join("; ", ways));
    }
}
