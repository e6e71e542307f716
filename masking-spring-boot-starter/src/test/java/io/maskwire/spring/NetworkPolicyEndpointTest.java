package io.maskwire.spring;

import static org.assertj.core.api.Assertions.assertThat;

import io.maskwire.declaration.DeclarationSource;
import io.maskwire.declaration.Declarations;
import io.maskwire.networkpolicy.NetworkPolicies;
import io.maskwire.spring.NetworkPolicyEndpoint.Answer;
import io.maskwire.spring.NetworkPolicyEndpoint.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.springframework.boot.actuate.autoconfigure.endpoint.EndpointAutoConfiguration;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** What {@code /actuator/networkpolicy} answers, and where it isn't. */
class NetworkPolicyEndpointTest {

    private static final String CALLING = """
            service: {name: orders, namespace: shop}
            classes: {pan: {mask: redact, style: pan, only: [pay/payments]}}
            calls: {payments: {to: pay/payments, port: https, sends: [pan], why: card authorisation}}
            """;
    private static final String CALLED = """
            service: {name: payments, namespace: pay}
            classes: {pan: {mask: redact, style: pan, only: [pay/payments]}}
            serves: {https: {port: 8443, accepts: [pan], callers: {shop/orders: {}}}}
            """;
    private static final String SHOWN = "management.endpoints.web.exposure.include=networkpolicy";

    private static ApplicationContextRunner with(String declaration, String... properties) {
        List<String> all = new ArrayList<>(List.of(properties));
        all.add("masking.declaration=" + App.file(declaration));
        return new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(
                        EndpointAutoConfiguration.class,
                        MaskingAutoConfiguration.class,
                        MaskingConnectionAutoConfiguration.class,
                        MaskingNetworkPolicyAutoConfiguration.class))
                .withPropertyValues(all.toArray(String[]::new));
    }

    private static String beside(String... declarations) {
        return "masking.network-policy.declarations="
                + String.join(
                        ",",
                        List.of(declarations).stream()
                                .map(each -> App.file(each).toString())
                                .toList());
    }

    private static void answer(ApplicationContextRunner runner, Consumer<Answer> check) {
        runner.run(context -> {
            assertThat(context).hasNotFailed();
            check.accept(context.getBean(NetworkPolicyEndpoint.class).policies());
        });
    }

    @Test
    void theOwnPoliciesAreAnsweredByTheirFiles() {
        answer(with(CALLING, SHOWN, beside(CALLED)), answer -> {
            assertThat(answer.service()).isEqualTo("shop/orders");
            assertThat(answer.problems()).isEmpty();
            assertThat(answer.findings()).isEmpty();
            assertThat(answer.manifests()).containsOnlyKeys("shop/orders.yaml");
            assertThat(answer.manifests().get("shop/orders.yaml"))
                    .contains("# to pay/payments:https (card authorisation); request pan; answer nothing");
        });
    }

    @Test
    void eachWorkloadHasItsOwnPolicy() {
        String two = """
                service: {name: orders, namespace: shop, workloads: {web: {selector: app=web}, worker: {selector: app=worker}}}
                classes: {}
                """;
        answer(
                with(two, SHOWN),
                answer -> assertThat(answer.manifests())
                        .containsOnlyKeys("shop/orders.web.yaml", "shop/orders.worker.yaml"));
    }

    @Test
    void whoCallsAHostOutsideMayAskForItsName() {
        String outside = """
                service: {name: orders, namespace: shop}
                external: {mail: {host: mail.example, cidrs: [203.0.113.25/32], port: 443}}
                """;
        answer(
                with(outside, SHOWN),
                answer -> assertThat(answer.manifests().get("shop/orders.yaml"))
                        .contains("203.0.113.25/32")
                        .contains("k8s-app: kube-dns"));
    }

    @Test
    void theDeclarationThatRunsReplacesTheOneBesideIt() {
        String older = CALLING.replace("card authorisation", "an older reason");
        answer(
                with(CALLING, SHOWN, beside(CALLED, older)),
                answer -> assertThat(answer.manifests().get("shop/orders.yaml"))
                        .contains("card authorisation")
                        .doesNotContain("an older reason"));
    }

    @Test
    void anEdgeWithoutConsentIsAFinding() {
        String unsigned = CALLED.replace("shop/orders: {}", "");
        answer(with(CALLING, SHOWN, beside(unsigned)), answer -> {
            Finding finding = answer.findings().get(0);
            assertThat(answer.findings()).hasSize(1);
            assertThat(finding.kind()).isEqualTo("ERROR");
            assertThat(finding.rule()).isEqualTo("no-consent");
            assertThat(finding.severity()).isEqualTo("error");
            assertThat(finding.file()).endsWith(".yml");
            assertThat(finding.line()).isEqualTo(3);
            assertThat(finding.about()).contains("shop/orders calls.payments");
            assertThat(finding.remedy()).isNotEmpty();
        });
    }

    @Test
    void dataOnTheOwnEdgesIsAFindingAndThatOfOthersIsNot() {
        String database = """
                service: {name: orders-db, namespace: shop}
                classes: {}
                serves: {pg: {port: 5432, callers: {orders: {}, other: {}}}}
                """;
        String orders = """
                service: {name: orders, namespace: shop}
                classes: {email: {mask: redact, style: email}}
                calls: {db: {to: orders-db, port: pg, over: jdbc, carries: [email]}}
                """;
        String other = orders.replace("name: orders,", "name: other,");
        answer(with(orders, SHOWN, beside(database, other)), answer -> {
            assertThat(answer.problems()).isEmpty();
            assertThat(answer.findings()).isNotEmpty().allSatisfy(finding -> {
                assertThat(finding.rule()).isEqualTo("opaque-edge");
                assertThat(finding.about()).anyMatch(about -> about.startsWith("shop/orders "));
            });
        });
    }

    @Test
    void aConfiguredConnectionWithoutAnEdgeIsAFindingEvenBesideAProblem() {
        ApplicationContextRunner runner = with(
                CALLING,
                SHOWN,
                "spring.mail.host=smtp.mail.example",
                "spring.http.serviceclient.rates.base-url=lb://rates");
        answer(runner, answer -> {
            assertThat(answer.problems()).hasSize(1);
            assertThat(answer.findings()).singleElement().satisfies(finding -> {
                assertThat(finding.kind()).isEqualTo("ERROR");
                assertThat(finding.rule()).isEqualTo("undeclared-connection");
                assertThat(finding.line()).isEqualTo(1);
                assertThat(finding.about()).containsExactly("shop/orders");
                assertThat(finding.problem()).startsWith("spring.mail.host connects to smtp.mail.example:25 over smtp");
                assertThat(finding.remedy()).startsWith("add external: {smtp: {host: smtp.mail.example,");
            });
            assertThat(answer.notCompared())
                    .containsExactly(
                            "spring.http.serviceclient.rates.base-url (its host and port can't be told for sure)");
        });
    }

    @Test
    void aCalledServiceNobodyDeclaresIsAProblemWithItsPlace() {
        answer(with(CALLING, SHOWN), answer -> {
            assertThat(answer.manifests()).isEmpty();
            assertThat(answer.problems())
                    .singleElement()
                    .asString()
                    .contains(".yml:3:", "calls.payments goes to pay/payments, which nobody declares");
        });
    }

    @Test
    void aPlaceWithoutDeclarationsIsAProblem() {
        answer(with(CALLING, SHOWN, "masking.network-policy.declarations=/nowhere/declared"), answer -> {
            assertThat(answer.manifests()).isEmpty();
            assertThat(answer.problems()).singleElement().asString().contains("there is no such file or folder");
        });
    }

    @Test
    void aDeclarationWithoutServiceSaysWhatIsMissing() {
        answer(with("classes: {email: {mask: redact, style: email}}\n", SHOWN), answer -> {
            assertThat(answer.service()).isNull();
            assertThat(answer.manifests()).isEmpty();
            assertThat(answer.problems())
                    .containsExactly("the declaration is about no service; add service: {name: NAME, namespace:"
                            + " NAMESPACE}");
        });
    }

    @Test
    void theEndpointIsNotExposedUnlessAskedFor() {
        with(CALLED)
                .run(context -> assertThat(context)
                        .hasSingleBean(ServicePolicies.class)
                        .doesNotHaveBean(NetworkPolicyEndpoint.class));
    }

    @Test
    void theApplicationsOwnPoliciesAreShown() {
        ServicePolicies own =
                new ServicePolicies(Declarations.read(DeclarationSource.text("own.yml", CALLED)), List.of());
        with(CALLING, SHOWN)
                .withBean(ServicePolicies.class, () -> own)
                .run(context -> assertThat(context.getBean(NetworkPolicyEndpoint.class)
                                .policies()
                                .service())
                        .isEqualTo("pay/payments"));
    }

    @Test
    void withoutTheActuatorThePoliciesAreStillABean() {
        with(CALLED, SHOWN)
                .withClassLoader(new FilteredClassLoader(Endpoint.class))
                .run(context -> assertThat(context)
                        .hasNotFailed()
                        .hasSingleBean(ServicePolicies.class)
                        .doesNotHaveBean("maskwireNetworkPolicyEndpoint"));
    }

    @Test
    void withoutTheLibraryOfPoliciesThereIsNeither() {
        with(CALLED, SHOWN)
                .withClassLoader(new FilteredClassLoader(NetworkPolicies.class))
                .run(context -> assertThat(context)
                        .hasNotFailed()
                        .doesNotHaveBean("maskwireServicePolicies")
                        .doesNotHaveBean("maskwireNetworkPolicyEndpoint"));
    }
}
