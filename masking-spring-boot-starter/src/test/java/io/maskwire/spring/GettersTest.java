package io.maskwire.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is read through getters whose types are not here, and what is no way to a host. */
class GettersTest {

    /** As Hazelcast's are. */
    public interface Client {
        Network getNetworkConfig();
    }

    /** What stands behind it. */
    public interface Network {
        List<String> getAddresses();
    }

    /** As Neo4j's are. */
    public interface Graph {
        @Nullable
        URI getUri();
    }

    /** Something else. */
    public interface Other {
        String getName();
    }

    private static Client client(List<String> addresses) {
        return () -> () -> addresses;
    }

    @Test
    void severalGettersLeadToAList() throws ReflectiveOperationException {
        assertThat(Getters.places(client(List.of("a:5701", "b")), Client.class, "getNetworkConfig.getAddresses"))
                .containsExactly("a:5701", "b");
    }

    @Test
    void aUriIsAText() throws ReflectiveOperationException {
        Graph graph = () -> URI.create("neo4j+s://graph.example.com");
        assertThat(Getters.places(graph, Graph.class, "getUri")).containsExactly("neo4j+s://graph.example.com");
    }

    @Test
    void nothingOnTheWayIsNothing() throws ReflectiveOperationException {
        Graph graph = () -> null;
        Client client = () -> null;
        assertThat(Getters.places(graph, Graph.class, "getUri")).isEmpty();
        assertThat(Getters.places(client, Client.class, "getNetworkConfig.getAddresses"))
                .isEmpty();
    }

    @Test
    void anotherShapeIsAnException() {
        Other other = () -> "x";
        assertThatThrownBy(() -> Getters.places(other, Other.class, "getUri"))
                .isInstanceOf(NoSuchMethodException.class);
        assertThatThrownBy(() -> Getters.places(other, Other.class, "")).isInstanceOf(NoSuchMethodException.class);
    }
}
