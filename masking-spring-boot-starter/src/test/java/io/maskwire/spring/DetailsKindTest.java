package io.maskwire.spring;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.ConnectionString;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.r2dbc.spi.ConnectionFactoryOptions;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.boot.activemq.autoconfigure.ActiveMQConnectionDetails;
import org.springframework.boot.amqp.autoconfigure.RabbitConnectionDetails;
import org.springframework.boot.amqp.autoconfigure.RabbitStreamConnectionDetails;
import org.springframework.boot.artemis.autoconfigure.ArtemisConnectionDetails;
import org.springframework.boot.autoconfigure.service.connection.ConnectionDetails;
import org.springframework.boot.cassandra.autoconfigure.CassandraConnectionDetails;
import org.springframework.boot.couchbase.autoconfigure.CouchbaseConnectionDetails;
import org.springframework.boot.data.redis.autoconfigure.DataRedisConnectionDetails;
import org.springframework.boot.elasticsearch.autoconfigure.ElasticsearchConnectionDetails;
import org.springframework.boot.elasticsearch.autoconfigure.ElasticsearchConnectionDetails.Node.Protocol;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.kafka.autoconfigure.KafkaConnectionDetails;
import org.springframework.boot.ldap.autoconfigure.LdapConnectionDetails;
import org.springframework.boot.liquibase.autoconfigure.LiquibaseConnectionDetails;
import org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.otlp.OtlpTracingConnectionDetails;
import org.springframework.boot.mongodb.autoconfigure.MongoConnectionDetails;
import org.springframework.boot.opentelemetry.autoconfigure.logging.otlp.OtlpLoggingConnectionDetails;
import org.springframework.boot.pulsar.autoconfigure.PulsarConnectionDetails;
import org.springframework.boot.r2dbc.autoconfigure.R2dbcConnectionDetails;
import org.springframework.boot.zipkin.autoconfigure.ZipkinConnectionDetails;

/** Each kind of Spring Boot's connection details leads to its hosts and ports, and to nothing else it holds. */
class DetailsKindTest {

    private static Arguments kind(Class<?> type, String getter, Object answer, String... expected) {
        return Arguments.of(type, Map.of(getter, answer), List.of(expected));
    }

    static List<Arguments> kinds() {
        return List.of(
                kind(
                        ActiveMQConnectionDetails.class,
                        "getBrokerUrl",
                        "failover:(tcp://a:61616,ssl://b:61617)?randomize=false",
                        "tcp a:61616",
                        "tcp b:61617"),
                kind(ActiveMQConnectionDetails.class, "getBrokerUrl", "vm://embedded?broker.persistent=false"),
                kind(
                        ArtemisConnectionDetails.class,
                        "getBrokerUrl",
                        "(tcp://a:61616,tcp://b:61616)?user=anna&password=hunter-two",
                        "tcp a:61616",
                        "tcp b:61616"),
                kind(
                        CassandraConnectionDetails.class,
                        "getContactPoints",
                        List.of(
                                new CassandraConnectionDetails.Node("c-0", 9042),
                                new CassandraConnectionDetails.Node("c-1", 9043)),
                        "tcp c-0:9042",
                        "tcp c-1:9043"),
                kind(
                        CouchbaseConnectionDetails.class,
                        "getConnectionString",
                        "couchbases://a,b?timeout=1",
                        "tcp a:11207",
                        "tcp b:11207"),
                kind(
                        DataRedisConnectionDetails.class,
                        "getStandalone",
                        DataRedisConnectionDetails.Standalone.of("cache", 6380),
                        "redis cache:6380"),
                kind(
                        DataRedisConnectionDetails.class,
                        "getCluster",
                        Details.of(
                                DataRedisConnectionDetails.Cluster.class,
                                Map.of("getNodes", List.of(new DataRedisConnectionDetails.Node("cache-0", 7000)))),
                        "redis cache-0:7000"),
                kind(
                        DataRedisConnectionDetails.class,
                        "getSentinel",
                        Details.of(
                                DataRedisConnectionDetails.Sentinel.class,
                                Map.of("getNodes", List.of(new DataRedisConnectionDetails.Node("watch-0", 26379)))),
                        "redis watch-0:26379"),
                kind(
                        ElasticsearchConnectionDetails.class,
                        "getNodes",
                        List.of(new ElasticsearchConnectionDetails.Node(
                                "search", 9200, Protocol.HTTPS, "anna", "hunter-two")),
                        "http search:9200"),
                kind(FlywayConnectionDetails.class, "getJdbcUrl", "jdbc:postgresql://db/x", "jdbc db:5432"),
                kind(
                        JdbcConnectionDetails.class,
                        "getJdbcUrl",
                        "jdbc:mysql:loadbalance://anna:hunter-two@h1:3307,h2/shop?x=y",
                        "jdbc h1:3307",
                        "jdbc h2:3306"),
                kind(
                        JdbcConnectionDetails.class,
                        "getJdbcUrl",
                        "jdbc:sqlserver://db:1434;user=anna;password=hunter-two",
                        "jdbc db:1434"),
                kind(
                        KafkaConnectionDetails.class,
                        "getBootstrapServers",
                        List.of("k-0:9092", "k-1:9093"),
                        "kafka k-0:9092",
                        "kafka k-1:9093"),
                kind(
                        LdapConnectionDetails.class,
                        "getUrls",
                        new String[] {"ldaps://a/dc=example", "ldap://b:1389"},
                        "ldap a:636",
                        "ldap b:1389"),
                kind(
                        LiquibaseConnectionDetails.class,
                        "getJdbcUrl",
                        "jdbc:oracle:thin:@//ora:1522/svc",
                        "jdbc ora:1522"),
                kind(
                        MongoConnectionDetails.class,
                        "getConnectionString",
                        new ConnectionString("mongodb://anna:hunter-two@m-0,m-1:27018/x"),
                        "mongodb m-0:27017",
                        "mongodb m-1:27018"),
                kind(
                        OtlpLoggingConnectionDetails.class,
                        "getUrl",
                        "https://logs.example.com:4318/v1/logs",
                        "otlp logs.example.com:4318"),
                kind(
                        OtlpTracingConnectionDetails.class,
                        "getUrl",
                        (Function<Object, Object>) DetailsKindTest::overGrpc,
                        "otlp collector:4317"),
                kind(
                        R2dbcConnectionDetails.class,
                        "getConnectionFactoryOptions",
                        ConnectionFactoryOptions.parse("r2dbc:postgresql://anna:hunter-two@db/shop"),
                        "r2dbc db:5432"),
                kind(
                        R2dbcConnectionDetails.class,
                        "getConnectionFactoryOptions",
                        ConnectionFactoryOptions.parse("r2dbc:h2:mem:///shop")),
                kind(
                        RabbitConnectionDetails.class,
                        "getAddresses",
                        List.of(
                                new RabbitConnectionDetails.Address("r-0", 5672),
                                new RabbitConnectionDetails.Address("r-1", 5673)),
                        "amqp r-0:5672",
                        "amqp r-1:5673"),
                Arguments.of(
                        PulsarConnectionDetails.class,
                        Map.of("getBrokerUrl", "pulsar://p", "getAdminUrl", "http://p:8080"),
                        List.of("tcp p:6650", "http p:8080")),
                Arguments.of(
                        RabbitStreamConnectionDetails.class,
                        Map.of("getHost", "streams", "getPort", 5552),
                        List.of("tcp streams:5552")),
                kind(
                        ZipkinConnectionDetails.class,
                        "getSpanEndpoint",
                        "http://zipkin:9411/api/v2/spans",
                        "http zipkin:9411"));
    }

    /** As what properties make, which refuses to be asked for what isn't configured. */
    private static Object overGrpc(Object transport) {
        if (!transport.toString().equals("GRPC")) {
            throw new IllegalArgumentException("not configured");
        }
        return "http://collector:4317";
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void aKindLeadsToItsHostsAndPorts(
            Class<? extends ConnectionDetails> type, Map<String, Object> answers, List<String> expected) {
        DefaultListableBeanFactory beans = new DefaultListableBeanFactory();
        beans.registerSingleton("details", Details.of(type, answers));
        FoundConnections found = new FoundConnections();
        new DetailsConnections(beans).addTo(found);

        assertThat(found.unread()).isEmpty();
        assertThat(found.connections())
                .allMatch(connection -> connection.source().equals("details"))
                .extracting(connection -> connection.over().optionName() + " " + connection.host() + ":"
                        + connection.port().getAsInt())
                .containsExactlyElementsOf(expected);
    }

    @Test
    void kafkaMayHaveServersForEachOfItsParts() {
        DefaultListableBeanFactory beans = new DefaultListableBeanFactory();
        beans.registerSingleton(
                "kafka",
                Details.of(
                        KafkaConnectionDetails.class,
                        Map.of(
                                "getBootstrapServers",
                                List.of("all:9092"),
                                "getProducer",
                                KafkaConnectionDetails.Configuration.of(List.of("out:9092")))));
        FoundConnections found = new FoundConnections();
        new DetailsConnections(beans).addTo(found);

        assertThat(found.connections()).extracting("host").containsExactly("all", "out");
    }

    @Test
    void everyKindOfThisReleaseIsKnownWithItsGetters() {
        Set<JavaClass> types = new ClassFileImporter()
                .importPackages("org.springframework.boot").stream()
                        .filter(type -> type.isInterface() && type.isAssignableTo(ConnectionDetails.class))
                        .filter(type -> !type.isEquivalentTo(ConnectionDetails.class))
                        .collect(Collectors.toSet());

        assertThat(types).hasSizeGreaterThan(15);
        for (JavaClass type : types) {
            List<DetailsKind> kinds = DetailsKind.ALL.stream()
                    .filter(kind -> type.getSimpleName().equals(kind.name() + "ConnectionDetails"))
                    .toList();
            assertThat(kinds).as(type.getName()).isNotEmpty();
            Set<String> getters = new TreeSet<>();
            type.getMethods().forEach(method -> getters.add(method.getName()));
            assertThat(getters)
                    .as(type.getName())
                    .containsAll(kinds.stream()
                            .flatMap(kind -> kind.getters().stream())
                            .filter(path -> !path.isEmpty())
                            .map(path -> path.split("\\.", -1)[0])
                            .toList());
        }
    }
}
