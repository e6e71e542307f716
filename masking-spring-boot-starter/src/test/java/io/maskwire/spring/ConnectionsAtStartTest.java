package io.maskwire.spring;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.web.client.RestClient;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.registry.ImportHttpServices;

/** What an application says of its connections when it starts. */
@ExtendWith(OutputCaptureExtension.class)
class ConnectionsAtStartTest {

    private static final String[] CONFIGURED = {
        "spring.profiles.active=connections",
        "spring.datasource.url=jdbc:h2:tcp://stock-db:9092/stock;PASSWORD=hunter-two",
        "spring.datasource.username=anna",
        "spring.datasource.password=hunter-two",
        "spring.http.serviceclient.rates.base-url=https://anna:hunter-two@rates.example.com/v1?key=k9",
        "spring.security.oauth2.client.provider.id.token-uri=https://id.example.com/token",
        "spring.mail.host=smtp.mail.example"
    };

    interface Rates {
        @GetExchange("/rates")
        String rates();
    }

    @SpringBootConfiguration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @ImportHttpServices(group = "rates", types = Rates.class)
    static class Shop {}

    @Test
    void eachUndeclaredConnectionIsAWarningWithTheLineToAdd(CapturedOutput output) {
        try (App app = App.startWithoutWeb(Shop.class, ServiceConnectionsTest.DECLARATION, CONFIGURED)) {
            assertThat(app.bean(Rates.class)).isNotNull();
            assertThat(app.bean(RestClient.Builder.class)).isNotNull();
        }

        assertThat(output.getOut().lines().filter(line -> line.contains("which no edge of shop/orders declares")))
                .hasSize(4)
                .allMatch(line -> line.contains(" WARN ") && line.contains("io.maskwire.start"))
                .anyMatch(line -> line.contains("spring.datasource.url connects to stock-db:9092 over jdbc")
                        && line.contains("add calls: {stock-db: {to: stock-db, port: PORT, over: jdbc"))
                .anyMatch(line -> line.contains("spring.http.serviceclient.rates.base-url connects to"
                                + " rates.example.com:443 over http")
                        && line.contains(
                                "external: {rates: {host: rates.example.com, cidrs: [ITS ADDRESSES], port: 443}}"))
                .anyMatch(line -> line.contains("spring.security.oauth2.client.provider.id.token-uri connects to"))
                .anyMatch(line -> line.contains("spring.mail.host connects to smtp.mail.example:25 over smtp"));
        assertThat(output.getOut()).doesNotContain("hunter-two", "anna", "k9");
    }

    @Test
    void aLazyApplicationSaysSoToo(CapturedOutput output) {
        App.startWithoutWeb(
                        Shop.class,
                        ServiceConnectionsTest.DECLARATION,
                        App.with(CONFIGURED, "spring.main.lazy-initialization=true"))
                .close();

        assertThat(output).contains("spring.datasource.url connects to stock-db:9092");
    }

    @Test
    void whoDeclaresNoCallsIsNotComplainedAbout(CapturedOutput output) {
        App.startWithoutWeb(Shop.class, "service: {name: orders, namespace: shop}\n", CONFIGURED)
                .close();

        assertThat(output).doesNotContain("connects to");
    }

    @Test
    void whatCannotBeComparedIsOneLine(CapturedOutput output) {
        String using = ServiceConnectionsTest.DECLARATION + "uses: [traces]\n";
        App.startWithoutWeb(
                        Shop.class,
                        using,
                        App.with(
                                CONFIGURED,
                                "spring.http.serviceclient.rates.base-url=lb://rates",
                                "spring.security.oauth2.client.provider.id.token-uri=http://id.platform.svc:8080/token"))
                .close();

        assertThat(output)
                .containsOnlyOnce("Not compared with the edges of the declaration:")
                .contains("spring.http.serviceclient.rates.base-url (its host and port can't be told for sure)")
                .contains("spring.security.oauth2.client.provider.id.token-uri -> id.platform.svc:8080 (it may be a"
                        + " platform peer or a broker, which only the fleet knows)");
    }
}
