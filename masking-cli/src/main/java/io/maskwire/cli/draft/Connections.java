package io.maskwire.cli.draft;

import io.maskwire.declaration.Address;
import io.maskwire.declaration.Transport;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Finds the connections among the settings of a Spring application. */
final class Connections {

    /** Settings that hold a URL or a list of addresses, by their canonical keys. */
    private record Kind(Pattern key, Transport over, String usualScheme) {

        static Kind of(String key, Transport over, String usualScheme) {
            return new Kind(Pattern.compile(key), over, usualScheme);
        }
    }

    /** Settings that hold a host, beside one that holds its port. */
    private record Pair(String prefix, Transport over, String usualScheme) {}

    private static final List<Kind> KINDS = List.of(
            Kind.of("spring\\.datasource\\.(?:.*\\.)?(?:url|jdbcurl)", Transport.JDBC, ""),
            Kind.of("spring\\.(?:flyway|liquibase)\\.url", Transport.JDBC, ""),
            Kind.of("spring\\.r2dbc\\.url", Transport.R2DBC, ""),
            Kind.of("spring\\.(?:data\\.)?redis\\.url", Transport.REDIS, "redis"),
            Kind.of("spring\\.(?:data\\.)?redis\\.(?:cluster|sentinel)\\.nodes", Transport.REDIS, "redis"),
            Kind.of("spring\\.kafka\\.(?:.*\\.)?bootstrapservers", Transport.KAFKA, "kafka"),
            Kind.of("spring\\.rabbitmq\\.addresses", Transport.AMQP, "amqp"),
            Kind.of("spring\\.(?:data\\.)?mongodb\\.uri", Transport.MONGODB, "mongodb"),
            Kind.of("spring\\.ldap\\.urls", Transport.LDAP, "ldap"),
            Kind.of("spring\\.neo4j\\.uri", Transport.TCP, "bolt"),
            Kind.of("spring\\.elasticsearch\\.uris", Transport.HTTP, "http"),
            Kind.of(
                    "spring\\.security\\.oauth2\\..*(?:issueruri|jwkseturi|tokenuri|introspectionuri)",
                    Transport.HTTP,
                    ""),
            Kind.of("spring\\.http\\.serviceclient\\..*\\.baseurl", Transport.HTTP, ""),
            Kind.of("(?:spring\\.cloud\\.open)?feign\\.client\\.config\\..*\\.url", Transport.HTTP, ""),
            Kind.of("spring\\.cloud\\.config\\.uri", Transport.HTTP, ""),
            Kind.of("management\\..*otlp.*\\.(?:endpoint|url)", Transport.OTLP, "otlp"),
            Kind.of("management\\..*zipkin.*\\.endpoint", Transport.HTTP, ""));

    private static final List<Pair> PAIRS = List.of(
            new Pair("spring.data.redis.", Transport.REDIS, "redis"),
            new Pair("spring.redis.", Transport.REDIS, "redis"),
            new Pair("spring.rabbitmq.", Transport.AMQP, "amqp"),
            new Pair("spring.mail.", Transport.SMTP, "smtp"),
            new Pair("spring.mongodb.", Transport.MONGODB, "mongodb"),
            new Pair("spring.data.mongodb.", Transport.MONGODB, "mongodb"));

    private static final Pattern URL = Pattern.compile("https?://.*");

    private final Settings settings;
    private final List<Connection> found = new ArrayList<>();

    private Connections(Settings settings) {
        this.settings = settings;
    }

    /** In the order of the files. */
    static List<Connection> of(Settings settings) {
        Connections connections = new Connections(settings);
        settings.all().forEach(connections::property);
        return List.copyOf(connections.found);
    }

    private void property(Property property) {
        String key = property.canonicalKey();
        Optional<Kind> kind =
                KINDS.stream().filter(one -> one.key().matcher(key).matches()).findFirst();
        Optional<Pair> pair = PAIRS.stream()
                .filter(one -> key.equals(Property.canonical(one.prefix() + "host")))
                .findFirst();
        Optional<String> value = settings.value(property);
        if (kind.isPresent()) {
            url(property, kind.get().over(), kind.get().usualScheme(), value);
        } else if (pair.isPresent()) {
            host(property, pair.get(), value);
        } else if (value.filter(text -> URL.matcher(text).matches()).isPresent()) {
            url(property, Transport.HTTP, "", value);
        }
    }

    private void url(Property property, Transport over, String usualScheme, Optional<String> value) {
        if (value.filter(Address::isInProcess).isEmpty()) {
            List<Address> addresses =
                    value.map(text -> Address.of(text, usualScheme)).orElse(List.of());
            found.add(new Connection(over, addresses, property.source()));
        }
    }

    private void host(Property property, Pair pair, Optional<String> host) {
        String port = settings.find(pair.prefix() + "port")
                .flatMap(settings::value)
                .map(number -> ":" + number)
                .orElse("");
        List<Address> addresses =
                host.map(name -> Address.of(name + port, pair.usualScheme())).orElse(List.of());
        found.add(new Connection(pair.over(), addresses, property.source()));
    }
}
