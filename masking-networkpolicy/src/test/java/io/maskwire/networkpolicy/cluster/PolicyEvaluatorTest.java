package io.maskwire.networkpolicy.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.maskwire.networkpolicy.cluster.PolicyEvaluator.Endpoint;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The evaluator answers to the API's own rules, on policies no generator of ours would write. */
class PolicyEvaluatorTest {

    private static final Endpoint WEB = new Endpoint("shop", Map.of("app", "web"), "10.244.0.1");
    private static final Endpoint API = new Endpoint("shop", Map.of("app", "api"), "10.244.0.2");
    private static final Endpoint FAR = new Endpoint("pay", Map.of("app", "web"), "10.244.0.3");

    @Test
    void withoutAPolicyEverythingIsOpen() {
        assertThat(new PolicyEvaluator(List.of()).allows(WEB, API, 80, "UDP")).isTrue();
    }

    @Test
    void typesLeftOutAreIngressAndEgressOnlyWithRules() {
        PolicyEvaluator ingressOnly = policy("podSelector: {}");
        assertThat(ingressOnly.ingress(WEB, API, 80, "TCP")).isFalse();
        assertThat(ingressOnly.egress(WEB, API, 80, "TCP")).isTrue();
        PolicyEvaluator both = policy("podSelector: {}\n  egress: [{}]");
        assertThat(both.ingress(WEB, API, 80, "TCP")).isFalse();
        assertThat(both.egress(WEB, API, 80, "TCP")).isTrue();
    }

    @Test
    void egressAloneIsNotEnough() {
        PolicyEvaluator evaluator = policy("podSelector: {}\n  policyTypes: [Ingress, Egress]\n  egress: [{}]");
        assertThat(evaluator.egress(WEB, API, 80, "TCP")).isTrue();
        assertThat(evaluator.allows(WEB, API, 80, "TCP")).isFalse();
    }

    @Test
    void peersLeftOutAreEverybodyAndPortsLeftOutAreEveryPort() {
        PolicyEvaluator evaluator =
                policy("podSelector: {}\n  ingress: [{ports: [{port: 80}]}, {from: [{podSelector: {}}]}]");
        assertThat(evaluator.ingress(Endpoint.outside("198.51.100.1"), API, 80, "TCP"))
                .isTrue();
        assertThat(evaluator.ingress(Endpoint.outside("198.51.100.1"), API, 81, "TCP"))
                .isFalse();
        assertThat(evaluator.ingress(WEB, API, 81, "UDP")).isTrue();
        assertThat(evaluator.ingress(FAR, API, 81, "UDP")).isFalse();
    }

    @Test
    void aPortWithoutAProtocolIsTcpAndARangeReachesItsEnd() {
        PolicyEvaluator evaluator =
                policy("podSelector: {}\n  ingress: [{ports: [{port: 80, endPort: 82}, {protocol: UDP}]}]");
        assertThat(evaluator.ingress(WEB, API, 82, "TCP")).isTrue();
        assertThat(evaluator.ingress(WEB, API, 83, "TCP")).isFalse();
        assertThat(evaluator.ingress(WEB, API, 9, "UDP")).isTrue();
        assertThat(evaluator.ingress(WEB, API, 80, "SCTP")).isFalse();
    }

    @Test
    void twoSelectorsInOneItemAreBothNeededInTwoItemsEither() {
        String both =
                "namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: pay}}, podSelector: {matchLabels: {app: api}}";
        assertThat(policy("podSelector: {}\n  ingress: [{from: [{" + both + "}]}]")
                        .ingress(FAR, API, 80, "TCP"))
                .isFalse();
        String either = both.replace(", podSelector", "}, {podSelector");
        assertThat(policy("podSelector: {}\n  ingress: [{from: [{" + either + "}]}]")
                        .ingress(FAR, API, 80, "TCP"))
                .isTrue();
    }

    @Test
    void aBlockReachesAllButItsExceptions() {
        PolicyEvaluator evaluator = policy(
                "podSelector: {}\n  egress: [{to: [{ipBlock: {cidr: 198.51.100.0/24, except: [198.51.100.128/25]}}]}]");
        assertThat(evaluator.egress(WEB, Endpoint.outside("198.51.100.127"), 80, "TCP"))
                .isTrue();
        assertThat(evaluator.egress(WEB, Endpoint.outside("198.51.100.128"), 80, "TCP"))
                .isFalse();
        assertThat(evaluator.egress(WEB, Endpoint.outside("198.51.101.1"), 80, "TCP"))
                .isFalse();
        assertThat(evaluator.egress(WEB, Endpoint.outside("2001:db8::1"), 80, "TCP"))
                .isFalse();
    }

    @Test
    void expressionsThatExcludeMatchWhatLacksTheKey() {
        PolicyEvaluator evaluator = policy(
                "podSelector: {}\n  ingress: [{from: [{podSelector: {matchExpressions: [{key: tier, operator: NotIn, values: [db]}]}}]}]");
        assertThat(evaluator.ingress(WEB, API, 80, "TCP")).isTrue();
    }

    @Test
    void aPeerWithoutAFieldIsNoPeer() {
        PolicyEvaluator evaluator = policy("podSelector: {}\n  ingress: [{from: [{}]}]");
        assertThatThrownBy(() -> evaluator.ingress(WEB, API, 80, "TCP")).hasMessageContaining("one of its fields");
    }

    private static PolicyEvaluator policy(String spec) {
        return new PolicyEvaluator(List.of("metadata: {name: p, namespace: shop}\nspec:\n  " + spec + "\n"));
    }
}
