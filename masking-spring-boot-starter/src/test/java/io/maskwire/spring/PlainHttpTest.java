package io.maskwire.spring;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Clear needs https: what callers see who come over plain HTTP. */
@ExtendWith(OutputCaptureExtension.class)
class PlainHttpTest {

    static App app;

    @BeforeAll
    static void start() {
        app = App.startPlain(
                AnswersTest.Shop.class,
                AnswersTest.DECLARATION,
                App.with(Tokens.accepted(), "server.forward-headers-strategy=native"));
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    @Test
    void overHttpEverybodyIsAnonymousAndTheLogSaysSoOnce(CapturedOutput output) {
        for (int i = 0; i < 3; i++) {
            HttpResponse<String> answer = app.get("/order", "Authorization", Tokens.person("fraud-desk"));
            assertThat(answer.body()).contains("411111******1111").doesNotContain(Order.PAN);
            assertThat(app.get("/order", "Authorization", Tokens.service("web")).body())
                    .doesNotContain(Order.NAME);
        }

        assertThat(output)
                .containsOnlyOnce(
                        "The audience role:fraud-desk would see [email, pan] otherwise than everybody does, but"
                                + " the request did not come over https")
                .containsOnlyOnce("The audience service:shop/web over serves.https would see [name]");
    }

    @Test
    void whoIsGrantedNothingIsNotWarnedAbout(CapturedOutput output) {
        app.get("/order", "Authorization", Tokens.person("agent"));

        assertThat(output).doesNotContain("role:agent");
    }

    @Test
    void anUnknownCallerSeesNoMoreOverHttp() {
        assertThat(app.get("/order", "Authorization", Tokens.person("intern")).body())
                .contains("[masked]")
                .doesNotContain("1111");
    }

    @Test
    void tlsThatEndsAtATrustedProxyCounts() {
        // Tomcat trusts the header because loopback is an internal proxy for it.
        assertThat(app.get("/order", "Authorization", Tokens.person("fraud-desk"), "X-Forwarded-Proto", "https")
                        .body())
                .contains(Order.PAN);
    }
}
