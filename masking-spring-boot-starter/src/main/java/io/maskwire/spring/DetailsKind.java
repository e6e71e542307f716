package io.maskwire.spring;

import static io.maskwire.declaration.Transport.AMQP;
import static io.maskwire.declaration.Transport.HTTP;
import static io.maskwire.declaration.Transport.JDBC;
import static io.maskwire.declaration.Transport.KAFKA;
import static io.maskwire.declaration.Transport.LDAP;
import static io.maskwire.declaration.Transport.MONGODB;
import static io.maskwire.declaration.Transport.OTLP;
import static io.maskwire.declaration.Transport.R2DBC;
import static io.maskwire.declaration.Transport.REDIS;
import static io.maskwire.declaration.Transport.TCP;

import io.maskwire.declaration.Transport;
import java.util.List;
import java.util.Set;
import org.springframework.util.ClassUtils;

/**
 * Where one kind of Spring Boot's {@code ConnectionDetails} says where it goes. Known by the simple names of their types,
 * since each is in a library of its own and some change their package from one release to the next.
 *
 * @param name the name of its type without {@code ConnectionDetails}
 * @param over what speaks
 * @param scheme the scheme of what is given without one, for its usual port; or empty
 * @param setting the properties that Spring Boot makes it of, if nobody else does
 * @param getters the getters that lead to a URL, hosts with ports, or lists of them; the first that has any counts
 */
record DetailsKind(String name, Transport over, String scheme, String setting, List<String> getters) {

    private static final String BOOT = "org.springframework.boot.";
    private static final String SUFFIX = "ConnectionDetails";

    /** Spring Boot 4.1 has 22 of these types, 4.2 two more for AMQP 1.0. */
    static final List<DetailsKind> ALL = List.of(
            of("ActiveMQ", TCP, "", "spring.activemq.broker-url", "getBrokerUrl"),
            of("Amqp", AMQP, "amqp", "spring.amqp", "getAddress"),
            of("AmqpRabbit", AMQP, "amqp", "spring.amqp.rabbitmq", "getAddress"),
            of("Artemis", TCP, "", "spring.artemis.broker-url", "getBrokerUrl"),
            of("Cassandra", TCP, "", "spring.cassandra.contact-points", "getContactPoints"),
            of("Couchbase", TCP, "couchbase", "spring.couchbase.connection-string", "getConnectionString"),
            of(
                    "DataRedis",
                    REDIS,
                    "redis",
                    "spring.data.redis",
                    "getSentinel.getNodes",
                    "getCluster.getNodes",
                    "getMasterReplica.getNodes",
                    "getStandalone"),
            of("Elasticsearch", HTTP, "", "spring.elasticsearch.uris", "getNodes"),
            of("Flyway", JDBC, "", "spring.flyway.url", "getJdbcUrl"),
            of("Hazelcast", TCP, "hazelcast", "spring.hazelcast", "getClientConfig.getNetworkConfig.getAddresses"),
            of("Jdbc", JDBC, "", "spring.datasource.url", "getJdbcUrl"),
            kafka("", "getBootstrapServers"),
            kafka("consumer.", "getConsumer.getBootstrapServers"),
            kafka("producer.", "getProducer.getBootstrapServers"),
            kafka("admin.", "getAdmin.getBootstrapServers"),
            kafka("streams.", "getStreams.getBootstrapServers"),
            of("Ldap", LDAP, "ldap", "spring.ldap.urls", "getUrls"),
            of("Liquibase", JDBC, "", "spring.liquibase.url", "getJdbcUrl"),
            of("Mongo", MONGODB, "mongodb", "spring.mongodb", "getConnectionString.getHosts"),
            of("Neo4j", TCP, "neo4j", "spring.neo4j.uri", "getUri"),
            of("OtlpLogging", OTLP, "otlp", "management.opentelemetry.logging.export.otlp.endpoint", "getUrl"),
            of("OtlpMetrics", OTLP, "otlp", "management.otlp.metrics.export.url", "getUrl"),
            of("OtlpTracing", OTLP, "otlp", "management.opentelemetry.tracing.export.otlp.endpoint", "getUrl"),
            of("Pulsar", TCP, "pulsar", "spring.pulsar.client.service-url", "getBrokerUrl"),
            of("Pulsar", HTTP, "", "spring.pulsar.admin.service-url", "getAdminUrl"),
            of("R2dbc", R2DBC, "", "spring.r2dbc.url", "getConnectionFactoryOptions"),
            of("Rabbit", AMQP, "amqp", "spring.rabbitmq", "getAddresses"),
            of("RabbitStream", TCP, "", "spring.rabbitmq.stream", ""),
            of("Zipkin", HTTP, "", "management.tracing.export.zipkin.endpoint", "getSpanEndpoint"));

    private static DetailsKind of(String name, Transport over, String scheme, String setting, String... getters) {
        return new DetailsKind(name, over, scheme, setting, List.of(getters));
    }

    private static DetailsKind kafka(String who, String getters) {
        return of("Kafka", KAFKA, "kafka", "spring.kafka." + who + "bootstrap-servers", getters);
    }

    /** The type of this kind that a bean has, or none. */
    List<Class<?>> types(Object bean) {
        Set<Class<?>> all = ClassUtils.getAllInterfacesForClassAsSet(bean.getClass());
        return all.stream().filter(this::isThis).toList();
    }

    private boolean isThis(Class<?> type) {
        return type.getName().startsWith(BOOT) && type.getSimpleName().equals(name + SUFFIX);
    }

    /** What a reader knows the connection by: Spring Boot's properties if it is made of them, else the bean. */
    String source(Object bean, String beanName) {
        Class<?> type = bean.getClass();
        boolean ofProperties =
                type.getName().startsWith(BOOT) && type.getSimpleName().startsWith("Properties");
        return ofProperties ? setting : beanName;
    }
}
