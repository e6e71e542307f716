package io.maskwire.spring;

import static org.assertj.core.api.Assertions.assertThat;

import io.maskwire.declaration.DeclarationSource;
import io.maskwire.declaration.Declarations;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;

class ServedEdgeTest {

    private static Optional<String> edge(String serves, int localPort, int namedPort) {
        ServedEdge edge = new ServedEdge(Declarations.read(
                DeclarationSource.text("maskwire.yml", "service: {name: orders, namespace: shop}\n" + serves)));
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setLocalPort(localPort);
        request.setServerPort(namedPort);
        request.addHeader("Host", "orders:" + namedPort);
        return edge.of(request);
    }

    @Test
    void theOnlyPortTookTheRequestWhateverItsNumber() {
        assertThat(edge("serves: {https: {port: 8443}, dns: {port: 53, protocol: UDP}}", 40000, 443))
                .contains("serves.https");
    }

    @Test
    void oneOfSeveralIsKnownByTheSocketsPortAndNotByWhatTheCallerSays() {
        String serves = "serves: {https: {port: 8443}, inside: {port: 9443}}";

        assertThat(edge(serves, 9443, 8443)).contains("serves.inside");
        assertThat(edge(serves, 8443, 9443)).contains("serves.https");
    }

    @Test
    void aPortThatIsNotDeclaredIsNoEdge() {
        assertThat(edge("serves: {https: {port: 8443}, inside: {port: 9443}}", 40000, 8443))
                .isEmpty();
        assertThat(edge("", 8443, 8443)).isEmpty();
    }
}
