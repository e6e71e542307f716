package io.maskwire.spring;

import java.net.http.HttpClient.Redirect;
import java.util.Optional;
import org.springframework.boot.http.client.ClientHttpRequestFactoryBuilder;
import org.springframework.boot.http.client.HttpComponentsClientHttpRequestFactoryBuilder;
import org.springframework.boot.http.client.JdkClientHttpRequestFactoryBuilder;
import org.springframework.boot.http.client.JettyClientHttpRequestFactoryBuilder;
import org.springframework.boot.http.client.ReactorClientHttpRequestFactoryBuilder;
import org.springframework.boot.http.client.SimpleClientHttpRequestFactoryBuilder;

/** Tells HTTP clients not to follow redirects, after whatever an application told them. */
final class NotFollowing {

    private NotFollowing() {}

    /** The same builder for a client that follows none; empty if we don't know how to tell it. */
    static Optional<ClientHttpRequestFactoryBuilder<?>> of(ClientHttpRequestFactoryBuilder<?> builder) {
        if (builder instanceof JdkClientHttpRequestFactoryBuilder jdk) {
            return Optional.of(jdk.withHttpClientCustomizer(client -> client.followRedirects(Redirect.NEVER)));
        }
        if (builder instanceof HttpComponentsClientHttpRequestFactoryBuilder apache) {
            return Optional.of(Apache.notFollowing(apache));
        }
        if (builder instanceof JettyClientHttpRequestFactoryBuilder jetty) {
            return Optional.of(Jetty.notFollowing(jetty));
        }
        if (builder instanceof ReactorClientHttpRequestFactoryBuilder reactor) {
            return Optional.of(Reactor.notFollowing(reactor));
        }
        return builder instanceof SimpleClientHttpRequestFactoryBuilder ? Optional.of(builder) : Optional.empty();
    }

    // One class for each library: a class is only loaded where its library is.

    private static final class Apache {

        static ClientHttpRequestFactoryBuilder<?> notFollowing(HttpComponentsClientHttpRequestFactoryBuilder builder) {
            return builder.withHttpClientCustomizer(client -> client.disableRedirectHandling());
        }
    }

    private static final class Jetty {

        static ClientHttpRequestFactoryBuilder<?> notFollowing(JettyClientHttpRequestFactoryBuilder builder) {
            return builder.withHttpClientCustomizer(client -> client.setFollowRedirects(false));
        }
    }

    private static final class Reactor {

        static ClientHttpRequestFactoryBuilder<?> notFollowing(ReactorClientHttpRequestFactoryBuilder builder) {
            return builder.withHttpClientCustomizer(client -> client.followRedirect(false));
        }
    }
}
