package io.maskwire.spring;

import java.net.http.HttpClient;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.http.client.ClientHttpRequestFactoryBuilder;
import org.springframework.boot.http.client.HttpClientSettings;
import org.springframework.boot.http.client.HttpComponentsClientHttpRequestFactoryBuilder;
import org.springframework.boot.http.client.HttpRedirects;
import org.springframework.boot.http.client.JdkClientHttpRequestFactoryBuilder;
import org.springframework.boot.http.client.JettyClientHttpRequestFactoryBuilder;
import org.springframework.boot.http.client.ReactorClientHttpRequestFactoryBuilder;
import org.springframework.boot.http.client.SimpleClientHttpRequestFactoryBuilder;
import org.springframework.http.client.ClientHttpRequestFactory;

/** Builds request factories whose redirects we follow ourselves, as the settings ask for. */
final class FollowingRequestFactoryBuilder implements ClientHttpRequestFactoryBuilder<ClientHttpRequestFactory> {

    private static final Log LOG = LogFactory.getLog(FollowingRequestFactoryBuilder.class);

    private final ClientHttpRequestFactoryBuilder<?> behind;
    private final Outbound outbound;

    FollowingRequestFactoryBuilder(ClientHttpRequestFactoryBuilder<?> behind, Outbound outbound) {
        this.behind = behind;
        this.outbound = outbound;
    }

    @Override
    public ClientHttpRequestFactory build(@Nullable HttpClientSettings settings) {
        HttpClientSettings wanted = settings == null ? HttpClientSettings.defaults() : settings;
        if (!canBeToldNotToFollow()) {
            LOG.warn("Not covered by Maskwire: redirects followed by the HTTP client of "
                    + behind.getClass().getName() + ", which can't be told not to follow them");
            return new FollowingRequestFactory(behind.build(settings), outbound, false);
        }
        boolean following = wanted.redirects() != HttpRedirects.DONT_FOLLOW;
        ClientHttpRequestFactory factory = notFollowing().build(wanted.withRedirects(HttpRedirects.DONT_FOLLOW));
        return new FollowingRequestFactory(factory, outbound, following);
    }

    /** The settings come before what the application customizes; for the JDK's client the last word counts. */
    private ClientHttpRequestFactoryBuilder<?> notFollowing() {
        return behind instanceof JdkClientHttpRequestFactoryBuilder jdk
                ? jdk.withHttpClientCustomizer(client -> client.followRedirects(HttpClient.Redirect.NEVER))
                : behind;
    }

    private boolean canBeToldNotToFollow() {
        return behind instanceof JdkClientHttpRequestFactoryBuilder
                || behind instanceof HttpComponentsClientHttpRequestFactoryBuilder
                || behind instanceof JettyClientHttpRequestFactoryBuilder
                || behind instanceof ReactorClientHttpRequestFactoryBuilder
                || behind instanceof SimpleClientHttpRequestFactoryBuilder;
    }
}
