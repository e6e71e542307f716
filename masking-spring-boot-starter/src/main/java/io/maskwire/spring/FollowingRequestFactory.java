package io.maskwire.spring;

import java.net.URI;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.http.HttpMethod;
import org.springframework.http.client.ClientHttpRequest;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.SimpleClientHttpRequestFactory;

/** Makes requests whose redirects we follow ourselves. Safe for use by many threads if the factory behind it is. */
final class FollowingRequestFactory implements ClientHttpRequestFactory, InitializingBean, DisposableBean {

    private final ClientHttpRequestFactory behind;
    private final Outbound outbound;
    private final boolean following;

    /**
     * Wraps a factory.
     *
     * @param behind a factory that follows no redirect itself
     * @param following whether redirects are followed at all
     */
    FollowingRequestFactory(ClientHttpRequestFactory behind, Outbound outbound, boolean following) {
        this.behind = behind;
        this.outbound = outbound;
        this.following = following;
    }

    @Override
    public ClientHttpRequest createRequest(URI uri, HttpMethod method) {
        return new FollowingRequest(this, uri, method);
    }

    ClientHttpRequestFactory behind() {
        return behind;
    }

    Outbound outbound() {
        return outbound;
    }

    boolean follows(HttpMethod method) {
        // As the client behind it does by itself.
        return following && (HttpMethod.GET.equals(method) || !(behind instanceof SimpleClientHttpRequestFactory));
    }

    /** Which redirects from an address are followed: to http and https only, and never from https to http. */
    Predicate<Redirect> followable(URI from) {
        Optional<Authority> here = Authority.of(from);
        return redirect -> Authority.of(redirect.uri())
                .filter(there ->
                        there.isHttps() || here.isEmpty() || !here.get().isHttps())
                .isPresent();
    }

    boolean sameAuthority(URI one, URI other) {
        Optional<Authority> authority = Authority.of(one);
        return authority.isPresent() && authority.equals(Authority.of(other));
    }

    @Override
    public void afterPropertiesSet() throws Exception {
        if (behind instanceof InitializingBean bean) {
            bean.afterPropertiesSet();
        }
    }

    @Override
    public void destroy() throws Exception {
        if (behind instanceof DisposableBean bean) {
            bean.destroy();
        }
    }
}
