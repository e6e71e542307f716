package io.maskwire.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.service.connection.ConnectionDetails;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.support.GenericApplicationContext;

/** What an application is configured to connect to, by beans and properties, beside the edges it declares. */
class ServiceConnectionsTest {

    static final String DECLARATION = """
            service: {name: orders, namespace: shop}
            calls:
              payments: {to: pay/payments, port: https}
              db: {to: orders-db, port: pg, over: jdbc, carries: []}
            external:
              mail: {host: smtp.mail.example, cidrs: [203.0.113.25/32], port: 587, over: smtp, carries: []}
            """;
    private static final String SECRET = "jdbc:postgresql://anna:hunter-two@warehouse.example.com:5433/stock?sslkey=k9";

    static ApplicationContextRunner with(String declaration, String... properties) {
        return new ApplicationContextRunner()
                .withConfiguration(
                        AutoConfigurations.of(MaskingAutoConfiguration.class, MaskingConnectionAutoConfiguration.class))
                .withPropertyValues("masking.declaration=" + App.file(declaration))
                .withPropertyValues(properties);
    }

    private static List<String> undeclared(ApplicationContextRunner runner) {
        List<String> lines = new ArrayList<>();
        runner.run(context -> {
            assertThat(context).hasNotFailed();
            lines.addAll(context.getBean(ServiceConnections.class).undeclared());
        });
        return lines;
    }

    private static List<String> notCompared(ApplicationContextRunner runner) {
        List<String> lines = new ArrayList<>();
        runner.run(context -> lines.addAll(context.getBean(ServiceConnections.class)
                .compare()
                .orElseThrow()
                .notCompared()));
        return lines;
    }

    private static ApplicationContextRunner jdbc(ApplicationContextRunner runner, Map<String, Object> answers) {
        return runner.withBean(
                "warehouse", JdbcConnectionDetails.class, () -> Details.of(JdbcConnectionDetails.class, answers));
    }

    @Test
    void aConnectionOfABeanIsNamedByItsBeanWithoutUserPasswordAndOptions() {
        assertThat(undeclared(jdbc(with(DECLARATION), Map.of("getJdbcUrl", SECRET))))
                .containsExactly("warehouse connects to warehouse.example.com:5433 over jdbc, which no edge of"
                        + " shop/orders declares; add external: {warehouse: {host: warehouse.example.com, cidrs: [ITS"
                        + " ADDRESSES], port: 5433, over: jdbc, carries: [CLASSES]}} [undeclared-connection]");
    }

    @Test
    void aConnectionThatSpringBootMakesOfPropertiesIsNamedByThem() {
        ApplicationContextRunner runner = with(DECLARATION)
                .withConfiguration(AutoConfigurations.of(DataSourceAutoConfiguration.class))
                .withPropertyValues(
                        "spring.datasource.url=jdbc:h2:tcp://stock-db:9092/x;PASSWORD=hunter-two",
                        "spring.datasource.username=anna",
                        "spring.datasource.password=hunter-two");

        assertThat(undeclared(runner))
                .singleElement()
                .asString()
                .startsWith("spring.datasource.url connects to stock-db:9092 over jdbc")
                .doesNotContain("anna", "hunter");
        assertThat(undeclared(runner.withPropertyValues("spring.datasource.url=jdbc:h2:tcp://orders-db:9092/x")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "jdbc:h2:mem:orders;PASSWORD=x",
        "jdbc:h2:file:~/orders",
        "jdbc:sqlite:orders.db",
        "jdbc:hsqldb:mem:orders",
        "jdbc:tc:postgresql:17:///orders",
        "jdbc:postgresql://localhost:5432/orders",
        "jdbc:postgresql://127.0.0.1/orders"
    })
    void whatStaysOnThisMachineIsNoConnection(String url) {
        ApplicationContextRunner runner = jdbc(with(DECLARATION), Map.of("getJdbcUrl", url));

        assertThat(undeclared(runner)).isEmpty();
        assertThat(notCompared(runner)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "spring.http.serviceclient.rates.base-url, https://rates.example.com/v1, rates.example.com:443 over http",
        "spring.http.serviceclient.Rate_Desk.base-url, http://rates:8080, rates:8080 over http",
        "spring.cloud.openfeign.client.config.rates.url, https://rates.example.com, rates.example.com:443 over http",
        "spring.security.oauth2.resourceserver.jwt.issuer-uri, https://id.example.com/r, id.example.com:443 over http",
        "spring.security.oauth2.resourceserver.jwt.jwk-set-uri, https://id.example.com/k, id.example.com:443 over http",
        "spring.security.oauth2.resourceserver.opaquetoken.introspection-uri, https://id.example.com/i, id.example.com:443 over http",
        "spring.security.oauth2.client.provider.id.issuer-uri, https://id.example.com/r, id.example.com:443 over http",
        "spring.security.oauth2.client.provider.id.token-uri, https://id.example.com/t, id.example.com:443 over http",
        "spring.security.oauth2.client.provider.id.jwk-set-uri, https://id.example.com/k, id.example.com:443 over http",
        "spring.security.oauth2.client.provider.id.user-info-uri, https://id.example.com/u, id.example.com:443 over http",
        "spring.security.saml2.relyingparty.registration.id.assertingparty.metadata-uri, https://id.example.com/m, id.example.com:443 over http",
        "spring.mail.host, smtp.other.example, smtp.other.example:25 over smtp",
        "spring.cloud.config.uri, http://user:hunter-two@config:8888, config:8888 over http",
        "spring.config.import, optional:configserver:http://config:8888, config:8888 over http"
    })
    void aConnectionOfAPropertyIsNamedByIt(String property, String value, String target) {
        assertThat(undeclared(with(DECLARATION, property + "=" + value)))
                .singleElement()
                .asString()
                .startsWith(property + " connects to " + target + ", which no edge of shop/orders declares; add ")
                .doesNotContain("hunter");
    }

    @Test
    void aBrowserGoesToWhereAPersonLogsIn() {
        assertThat(undeclared(with(
                        DECLARATION,
                        "spring.security.oauth2.client.provider.id.authorization-uri=https://id.example.com/login")))
                .isEmpty();
    }

    @Test
    void whatAnEdgeDeclaresIsFine() {
        assertThat(undeclared(jdbc(
                        with(
                                DECLARATION,
                                "spring.http.serviceclient.payments.base-url=https://payments.pay.svc/api",
                                "spring.mail.host=smtp.mail.example",
                                "spring.mail.port=587"),
                        Map.of("getJdbcUrl", "jdbc:postgresql://orders-db/orders"))))
                .isEmpty();
    }

    @Test
    void theConfiguredAddressOfAnEdgeIsDeclared() {
        String url = "spring.http.serviceclient.payments.base-url=https://Payments.internal.example:8444/api";

        assertThat(undeclared(with(DECLARATION, url))).hasSize(1);
        assertThat(undeclared(with(DECLARATION, url, "masking.urls.payments=https://payments.internal.example:8444")))
                .isEmpty();
        assertThat(undeclared(with(DECLARATION, url, "masking.urls.payments=https://payments.internal.example:8445")))
                .hasSize(1);
    }

    @Test
    void anotherTransportThanDeclaredIsTold() {
        assertThat(undeclared(with(DECLARATION, "spring.http.serviceclient.db.base-url=http://orders-db:8080")))
                .containsExactly(
                        "spring.http.serviceclient.db.base-url speaks http over calls.db, which is declared over"
                                + " jdbc; write over: http, and what it carries unless that is http [other-transport]");
    }

    @Test
    void anAcceptedConnectionIsFine() {
        String accepting = DECLARATION + "accept: [{rule: undeclared-connection, why: only in the test stage}]\n";

        assertThat(undeclared(with(accepting, "spring.mail.host=smtp.other.example")))
                .isEmpty();
    }

    @Test
    void oneConnectionIsToldOnceByWhatComesFirst() {
        assertThat(undeclared(jdbc(
                        with(DECLARATION)
                                .withBean(
                                        "second",
                                        JdbcConnectionDetails.class,
                                        () -> Details.of(
                                                JdbcConnectionDetails.class,
                                                Map.of("getJdbcUrl", "jdbc:postgresql://stock/b"))),
                        Map.of("getJdbcUrl", "jdbc:postgresql://stock/a"))))
                .singleElement()
                .asString()
                .startsWith("second connects to stock:5432");
    }

    interface OwnConnectionDetails extends ConnectionDetails {
        String getUrl();
    }

    @Test
    void whatCannotBeReadIsSaidWithoutItsValue() {
        ApplicationContextRunner runner = with(
                        DECLARATION,
                        "spring.http.serviceclient.odd.base-url=lb://hunter-two",
                        "spring.mail.port=hunter-two")
                .withBean("own", OwnConnectionDetails.class, () -> () -> SECRET)
                .withBean(
                        "failing",
                        JdbcConnectionDetails.class,
                        () -> Details.of(
                                JdbcConnectionDetails.class, Map.of("getJdbcUrl", (Function<Object, Object>) any -> {
                                    throw new IllegalStateException(SECRET);
                                })));

        assertThat(undeclared(runner)).isEmpty();
        assertThat(notCompared(runner))
                .containsExactlyInAnyOrder(
                        "own (its kind of ConnectionDetails is not Spring Boot's)",
                        "failing (IllegalStateException)",
                        "spring.http.serviceclient.odd.base-url (its host and port can't be told for sure)",
                        "spring.mail.port (BindException)");
    }

    @Test
    void aBeanThatCannotBeMadeIsSaid() {
        ApplicationContextRunner runner = with(DECLARATION).withInitializer(context -> {
            RootBeanDefinition lazy = new RootBeanDefinition(JdbcConnectionDetails.class, () -> {
                throw new IllegalStateException(SECRET);
            });
            lazy.setLazyInit(true);
            ((GenericApplicationContext) context).registerBeanDefinition("unmade", lazy);
        });

        assertThat(notCompared(runner)).containsExactly("unmade (BeanCreationException)");
    }

    @Test
    void theTestHelperFailsWithTheWholeList() {
        with(
                        DECLARATION,
                        "spring.mail.host=smtp.other.example",
                        "spring.http.serviceclient.rates.base-url=http://rates:8080",
                        "spring.http.serviceclient.odd.base-url=lb://odd")
                .run(context -> assertThatThrownBy(
                                () -> context.getBean(ServiceConnections.class).assertDeclared())
                        .isInstanceOf(AssertionError.class)
                        .satisfies(error -> assertThat(error.getMessage().lines())
                                .hasSize(5)
                                .anyMatch(line -> line.startsWith("  spring.mail.host connects to"))
                                .anyMatch(
                                        line -> line.startsWith("  spring.http.serviceclient.rates.base-url connects"))
                                .anyMatch(line -> line.startsWith("  spring.http.serviceclient.odd.base-url ("))));
    }

    @Test
    void theTestHelperHoldsWhereAllIsDeclared() {
        with(DECLARATION, "spring.http.serviceclient.odd.base-url=lb://odd")
                .run(context -> assertThatCode(
                                () -> context.getBean(ServiceConnections.class).assertDeclared())
                        .doesNotThrowAnyException());
    }

    @Test
    void withoutAServiceTheTestHelperFailsAndTheStartDoesNot() {
        with("classes: {email: {mask: redact, style: email}}\n", "spring.mail.host=smtp.other.example")
                .run(context -> {
                    assertThat(context).hasNotFailed();
                    ServiceConnections connections = context.getBean(ServiceConnections.class);
                    assertThatThrownBy(connections::assertDeclared)
                            .isInstanceOf(AssertionError.class)
                            .hasMessageContaining("add service: {name: NAME, namespace: NAMESPACE}");
                    assertThatThrownBy(connections::undeclared).isInstanceOf(IllegalStateException.class);
                });
    }

    @Test
    void theTestHelperChecksAlsoADeclarationThatOnlyMasks() {
        with("service: {name: orders, namespace: shop}\n", "spring.mail.host=smtp.other.example")
                .run(context -> assertThat(
                                context.getBean(ServiceConnections.class).undeclared())
                        .hasSize(1));
    }

    @Test
    void withoutMaskingThereIsNothingToCompare() {
        new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(MaskingConnectionAutoConfiguration.class))
                .run(context -> assertThat(context).hasNotFailed().doesNotHaveBean(ServiceConnections.class));
    }
}
