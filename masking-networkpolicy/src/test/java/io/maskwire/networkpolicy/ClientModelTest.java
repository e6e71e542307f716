package io.maskwire.networkpolicy;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPort;
import io.maskwire.networkpolicy.cluster.PolicyEvaluator;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** A Kubernetes client's model knows every key we write, at every depth: the model itself would keep a typo silently. */
class ClientModelTest {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    @Test
    void everyKeyIsOneTheModelKnows() throws ReflectiveOperationException {
        List<String> documents = Shop.manifests().files().entrySet().stream()
                .filter(file -> file.getKey().endsWith(".yaml"))
                .map(Map.Entry::getValue)
                .toList();
        assertThat(documents).hasSize(6);
        for (String document : documents) {
            assertThat(unknownKeys(parse(document))).as(document).isEmpty();
        }
    }

    @Test
    void aTypoAtAnyDepthWouldBeSeen() throws ReflectiveOperationException {
        String orders = Shop.manifests().files().get("shop/orders.yaml");
        for (String key : List.of(
                "kind:", "podSelector:", "policyTypes:", "- from:", "namespaceSelector:", "cidr:", "protocol:")) {
            String typo = orders.replaceFirst(key, key.replace(":", "s:"));
            assertThat(unknownKeys(parse(typo))).as(key).isNotEmpty();
        }
    }

    @Test
    void portsAreNumbersAndProtocolsAndTypesAreWritten() {
        NetworkPolicy orders = parse(Shop.manifests().files().get("shop/orders.yaml"));
        assertThat(orders.getSpec().getPolicyTypes()).containsExactly("Ingress", "Egress");
        List<NetworkPolicyPort> ports = Stream.concat(
                        orders.getSpec().getIngress().stream().flatMap(rule -> rule.getPorts().stream()),
                        orders.getSpec().getEgress().stream().flatMap(rule -> rule.getPorts().stream()))
                .toList();
        assertThat(ports).hasSize(8).allSatisfy(port -> {
            assertThat(port.getPort().getIntVal()).isPositive();
            assertThat(port.getProtocol()).isIn("TCP", "UDP");
        });
    }

    static NetworkPolicy parse(String document) {
        return MAPPER.convertValue(PolicyEvaluator.load(document), NetworkPolicy.class);
    }

    static List<String> unknownKeys(Object node) throws ReflectiveOperationException {
        List<String> found = new ArrayList<>();
        if (node instanceof Collection<?> items) {
            for (Object item : items) {
                found.addAll(unknownKeys(item));
            }
        } else if (node != null && node.getClass().getName().startsWith("io.fabric8.")) {
            for (Field field : node.getClass().getDeclaredFields()) {
                if (!Modifier.isStatic(field.getModifiers())) {
                    field.setAccessible(true);
                    Object value = field.get(node);
                    if (field.getName().equals("additionalProperties") && value != null) {
                        ((Map<?, ?>) value).keySet().forEach(key -> found.add(String.valueOf(key)));
                    } else {
                        found.addAll(unknownKeys(value));
                    }
                }
            }
        }
        return found;
    }
}
