package io.maskwire.spring;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AuthorityTest {

    @ParameterizedTest
    @CsvSource({
        "https://payments.pay, https://payments.pay:443",
        "HTTPS://PAYMENTS.Pay:443/x?y#z, https://payments.pay:443",
        "https://payments.pay./x, https://payments.pay:443",
        "http://payments, http://payments:80",
        "http://payments:8080, http://payments:8080",
        "https://payments.pay@evil.example/, https://evil.example:443",
        "https://payments.pay:443@evil.example/, https://evil.example:443",
        "https://evil.example/@payments.pay, https://evil.example:443",
        "https://evil.example?@payments.pay, https://evil.example:443",
        "https://evil.example#@payments.pay, https://evil.example:443",
        "https://[::1]:8443/, https://[0:0:0:0:0:0:0:1]:8443",
        "https://[0:0:0:0:0:0:0:1]:8443/, https://[0:0:0:0:0:0:0:1]:8443",
        "https://[::FFFF:10.0.0.1]/, https://10.0.0.1:443",
        "https://payments.pay:0/, https://payments.pay:0"
    })
    void aPlaceHasOneSpelling(String uri, String expected) {
        assertThat(Authority.of(URI.create(uri)).map(Authority::toString)).contains(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/relative",
                "payments.pay:443",
                "ftp://payments.pay/",
                "https:///x",
                "https:payments.pay",
                "https://pay%6dents.pay/",
                "https://under_score.pay/",
                "https://a@b@payments.pay/",
                "https://payments.pay:x/",
                "mailto:zoe@example.com"
            })
    void aPlaceThatCantBeToldIsNone(String uri) {
        assertThat(Authority.of(URI.create(uri))).isEmpty();
    }

    @Test
    void otherSchemesHostsAndPortsAreOtherPlaces() {
        Authority payments = Authority.of("https", "payments.pay", 443);

        assertThat(payments)
                .isNotEqualTo(Authority.of("http", "payments.pay", 443))
                .isNotEqualTo(Authority.of("https", "payments.pay.evil.example", 443))
                .isNotEqualTo(Authority.of("https", "payments", 443))
                .isNotEqualTo(Authority.of("https", "payments.pay", 8443))
                .isEqualTo(Authority.of("https", "Payments.PAY.", -1));
    }
}
