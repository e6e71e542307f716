package io.maskwire.spring;

import java.util.Optional;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.http.client.ClientHttpRequestFactoryBuilder;
import org.springframework.boot.http.client.HttpClientSettings;
import org.springframework.boot.http.client.HttpRedirects;
import org.springframework.http.client.ClientHttpRequestFactory;

/** Builds request factories whose redirects we follow ourselves, as the settings ask for. */
final class FollowingRequestFactoryBuilder implements ClientHttpRequestFactoryBuilder<ClientHttpRequestFactory> {

    private static final Log LOG = LogFactory.getLog("io.maskwire.start");

    private final ClientHttpRequestFactoryBuilder<?> behind;
    private final Optional<ClientHttpRequestFactoryBuilder<?>> notFollowing;
    private final Outbound outbound;

    FollowingRequestFactoryBuilder(ClientHttpRequestFactoryBuilder<?> behind, Outbound outbound) {
        this.behind = behind;
        this.notFollowing = NotFollowing.of(behind);
        this.outbound = outbound;
        if (notFollowing.isEmpty()) {
            LOG.warn("Not covered by Maskwire: redirects that the HTTP client made by "
                    + behind.getClass().getName() + " follows, because it can't be told not to");
        }
    }

    @Override
    public ClientHttpRequestFactory build(@Nullable HttpClientSettings settings) {
        if (notFollowing.isEmpty()) {
            return new FollowingRequestFactory(behind.build(settings), outbound, false);
        }
        HttpClientSettings wanted = settings == null ? HttpClientSettings.defaults() : settings;
        boolean following = wanted.redirects() != HttpRedirects.DONT_FOLLOW;
        ClientHttpRequestFactory factory = notFollowing.get().build(wanted.withRedirects(HttpRedirects.DONT_FOLLOW));
        return new FollowingRequestFactory(factory, outbound, following);
    }
}
