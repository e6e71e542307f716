package io.maskwire.spring;

import io.maskwire.declaration.Transport;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/** Finds the connections that stand in properties and in no {@code ConnectionDetails}. */
final class PropertyConnections {

    private static final List<String> URLS = List.of(
            "spring.security.oauth2.resourceserver.jwt.issuer-uri",
            "spring.security.oauth2.resourceserver.jwt.jwk-set-uri",
            "spring.security.oauth2.resourceserver.opaquetoken.introspection-uri",
            "spring.cloud.config.uri");
    private static final String CLIENTS = "spring.http.serviceclient";
    private static final String FEIGN = "spring.cloud.openfeign.client.config";
    private static final String PROVIDERS = "spring.security.oauth2.client.provider";
    private static final String PARTIES = "spring.security.saml2.relyingparty.registration";
    private static final String MAIL = "spring.mail.host";
    private static final String IMPORT = "spring.config.import";
    private static final String CONFIG_SERVER = "configserver:";

    private final Binder binder;
    private final FoundConnections found;

    PropertyConnections(Environment environment, FoundConnections found) {
        this.binder = Binder.get(environment);
        this.found = found;
    }

    /** A group of HTTP service clients. */
    record Client(@Nullable String baseUrl) {}

    /** A Feign client. */
    record Feign(@Nullable String url) {}

    /** Who issues tokens. A browser goes to its authorization-uri, not this service. */
    record Provider(
            @Nullable String issuerUri,
            @Nullable String tokenUri,
            @Nullable String jwkSetUri,
            @Nullable String userInfoUri) {}

    /** A party of SAML. */
    record Party(@Nullable Asserting assertingparty) {

        /** Who asserts. */
        record Asserting(@Nullable String metadataUri) {}
    }

    void add() {
        each(CLIENTS, Client.class, (at, client) -> http(at + ".base-url", client.baseUrl()));
        each(FEIGN, Feign.class, (at, client) -> http(at + ".url", client.url()));
        URLS.forEach(name -> http(name, value(name, String.class).orElse(null)));
        each(PROVIDERS, Provider.class, (at, provider) -> {
            http(at + ".issuer-uri", provider.issuerUri());
            http(at + ".token-uri", provider.tokenUri());
            http(at + ".jwk-set-uri", provider.jwkSetUri());
            http(at + ".user-info-uri", provider.userInfoUri());
        });
        each(PARTIES, Party.class, (at, party) -> {
            if (party.assertingparty() != null) {
                http(at + ".assertingparty.metadata-uri", party.assertingparty().metadataUri());
            }
        });
        mail();
        imports();
    }

    private void mail() {
        String port = value("spring.mail.port", Integer.class)
                .map(number -> ":" + number)
                .orElse("");
        value(MAIL, String.class).ifPresent(host -> found.add(MAIL, Transport.SMTP, "smtp", host + port));
    }

    private void imports() {
        for (String location : bound(IMPORT, Bindable.listOf(String.class)).orElse(List.of())) {
            String plain = location.startsWith("optional:") ? location.substring("optional:".length()) : location;
            if (plain.startsWith(CONFIG_SERVER)) {
                http(IMPORT, plain.substring(CONFIG_SERVER.length()));
            }
        }
    }

    private void http(String source, @Nullable String url) {
        found.add(source, Transport.HTTP, "", url);
    }

    private <T> void each(String prefix, Class<T> type, BiConsumer<String, T> add) {
        Map<String, T> all = bound(prefix, Bindable.mapOf(String.class, type)).orElse(Map.of());
        all.forEach((name, one) -> add.accept(prefix + "." + name, one));
    }

    private <T> Optional<T> value(String name, Class<T> type) {
        return bound(name, Bindable.of(type));
    }

    private <T> Optional<T> bound(String name, Bindable<T> type) {
        try {
            return Optional.ofNullable(binder.bind(name, type).orElse(null));
        } catch (RuntimeException unreadable) {
            // Its message may quote the value.
            found.unread(name, unreadable.getClass().getSimpleName());
            return Optional.empty();
        }
    }
}
