package io.maskwire.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.maskwire.Masking;
import io.maskwire.policy.Audience;
import io.maskwire.policy.MaskingPolicy;
import io.maskwire.policy.Masks;
import io.maskwire.policy.RedactStyle;
import io.maskwire.policy.Unclassified;
import io.maskwire.spi.EventCounts;
import io.maskwire.spi.MaskingEvent;
import io.maskwire.spi.MaskingEvent.Action;
import io.maskwire.spi.Outlet;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextMaskerTest {

    private static final Audience DESK = Audience.role("fraud-desk");
    private static final Masking MASKING = Masking.of(MaskingPolicy.builder()
            .dataClass("pan", Masks.redact().style(RedactStyle.PAN))
            .dataClass("email", Masks.redact().style(RedactStyle.EMAIL))
            .dataClass("name", Masks.redact().style(RedactStyle.NAME))
            .dataClass("tax-id", Masks.erase())
            .field("$.customer.name", "name")
            .field("$.customers[*].contact", "name")
            .field("$..taxId", "tax-id")
            .field("$.billing", "tax-id")
            .audience(DESK, grant -> grant.inClear("pan"))
            .build());

    private static String masked(String text) {
        return MASKING.text().mask(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "order 4711 shipped in 12.5 ms",
                "2026-11-23 09:16:30.123 INFO [main] io.maskwire.orders.OrderService - started in 1.234 s",
                "Zoë paid 12,99 € — danke",
                "GET /orders/550e8400-e29b-41d4-a716-446655440000 HTTP/1.1 200 5ms",
                "version v1.2.3.4, 1.2.3.4.5 and 300.1.1.1",
                "std::vector and A::B, 00:1a:2b:3c:4d:5e",
                "4111 1111 1111 1112 checks as nothing",
                "GMT+0100, 1+1234567, icon@2x.png, user@localhost",
                "null: true, a == b, x := y, f(a=1, b=2)",
                "the 注文 4711 発送 😀 done"
            })
    void whatHoldsNothingIsTheSameInstance(String text) {
        assertThat(masked(text)).isSameAs(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "card 4111 1111 1111 1111 refused | card 411111******1111 refused",
                "card4111111111111111 | card411111******1111",
                "12345 4111-1111-1111-1111 12/27 | 12345 411111******1111 12/27",
                "3782 822463 10005! | 378282******0005!",
                "to DE89 3704 0044 0532 0130 00. | to [masked].",
                "IBAN GB29NWBK60161331926819 | IBAN [masked]",
                "GB29 NWBK 6016 1331 9268 19 | [masked]",
                "MT84 MALT 0110 0001 2345 MTLC AST0 01S, | [masked],",
                "fr1420041010050500013m02606 | [masked]",
                "mail zoe.mueller+x@mail.example.com. | mail z***@***.com.",
                "a <zoë@bücher.example> | a <z***@***.example>",
                "call +49 (0)170 1234567 now | call [masked] now",
                "+1-202-555-0143 | [masked]",
                "from 203.0.113.7:8080 | from [masked]:8080",
                "host/10.0.0.1 | host/[masked]",
                "[2001:db8::1]:443 | [[masked]]:443",
                "fe80::1%eth0 up | [masked] up",
                "2001:0db8:85a3:0000:0000:8a2e:0370:7334 | [masked]",
                "::ffff:192.0.2.1 x | [masked] x",
                "ip:2001:db8::1: gone | ip:[masked]: gone",
                "ssn 123-45-6789, | ssn [masked],",
                "AKIAIOSFODNN7EXAMPLE | [masked]",
                "jwt eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.sflKxwRJSMeKKF2QT4. | jwt [masked].",
                "Bearer abcdef0123456789abcdef | Bearer [masked]",
                "glpat-aB3dE6gH9jK2mN5pQ8sT in log | [masked] in log",
                "SG.aaaaaaaaaaaaaaaaaaaaaa.bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb | [masked]",
                "https://zoe:pw@example.com/x | https://[masked]@example.com/x",
                "postgres://u:p/w@db:5432/x | postgres://[masked]@db:5432/x",
                "/x?email=zoe%40example.com&b=2 | /x?email=z***@***.com&b=2",
                "/x?taxId=12345&b=2 | /x?taxId=[masked]&b=2",
                "password=hunter2 refused | password=[masked] refused",
                "a=1&password=x;y&b=2 | a=1&password=[masked]&b=2",
                "Password: correct horse, battery | Password: [masked]",
                "DB_PASSWORD='a b' c | DB_PASSWORD='[masked]' c",
                "Customer[id=1, name=Zoë Müller, tax_id=12] | Customer[id=1, name=Z***, tax_id=[masked]]",
                "Authorization: Bearer abc def | Authorization: [masked]",
                "curl -H \"Cookie: a=b; c=d\" x | curl -H \"Cookie: [masked]\" x",
                "body {\"name\": \"Zoë\", \"n\":1} | body {\"name\": \"Z***\", \"n\":1}",
                "{\"taxId\":123,\"x\":2} | {\"taxId\":\"[masked]\",\"x\":2}",
                "{\"taxId\":null} | {\"taxId\":null}",
                "{\"na\\u006de\":\"Z\\u006fe Q\"} | {\"na\\u006de\":\"Z***\"}",
                "{\"b\":\"{\\\"taxId\\\":\\\"x\\\\\\\"y\\\",\\\"z\\\":1}\"} | {\"b\":\"{\\\"taxId\\\":\\\"[masked]\\\",\\\"z\\\":1}\"}",
                "{\"b\":\"{\\\"taxId\\\":7}\"} | {\"b\":\"{\\\"taxId\\\":\\\"[masked]\\\"}\"}",
                "{\"billing\":{\"a\":[1,\"x\",null],\"b\":{\"c\":true}},\"d\":1} | {\"billing\":{\"a\":[\"[masked]\",\"[masked]\",null],\"b\":{\"c\":\"[masked]\"}},\"d\":1}",
                "taxIds=[1, 2] taxId=[1, 2] x | taxIds=[1, 2] taxId=[masked] x",
                "{'taxId': 'a', 'b': 1} | {'taxId': '[masked]', 'b': 1}",
                "cut {\"taxId\":\"abc | cut {\"taxId\":\"[masked]",
                "taxId => 'x' | taxId => '[masked]'",
                "4111１１１１11111111 | [masked]",
                "taxId=[masked] | taxId=[masked]",
                "taxId=[masked]123 x | taxId=[masked] x",
                "password={bcrypt}$2a$10$N9qo8uLOickgx2ZMRZoMye x | password=[masked] x",
                "password=[p]ass(w)ord, next | password=[masked], next",
                "{\"taxId\":null123,\"x\":2} | {\"taxId\":\"[masked]\",\"x\":2}",
                "password\u00a0=\u00a0hunter2 x | password\u00a0=\u00a0[masked]",
                "\"password\"\u00a0:\u2009\"hunter2\" x | \"password\"\u00a0:\u2009\"[masked]\" x",
                "Bearer\u00a0abcdef0123456789abcdef | Bearer\u00a0[masked]",
                "basic\tem9lOmh1bnRlcjIhaHVudGVyMg== | basic\t[masked]",
                "password=\u001b[33mhunter2\u001b[0m done | password=\u001b[33m[masked] done",
                "password\u001b[0m=\u001b[33m'a b'\u001b[0m c | password\u001b[0m=\u001b[33m'[masked]'\u001b[0m c",
                "{\"password\"\u001b[0m\u001b[1;39m:\u001b[0m \u001b[32m\"a b\"\u001b[0m} | {\"password\"\u001b[0m\u001b[1;39m:\u001b[0m \u001b[32m\"[masked]\"\u001b[0m}",
                "a \u001b[36mpassword\u001b[0m=hunter2 done | a \u001b[36mpassword\u001b[0m=[masked] done",
                "a \u001b[1;36mtaxId\u001b[0m=12-34 done | a \u001b[1;36mtaxId\u001b[0m=[masked] done",
                "password=\u0000hunter2 x | password=[masked] x",
                "?password=a\u0001b&c=1 | ?password=[masked]&c=1",
                "ftp://zoe:a\u0001b@h x | ftp://[masked]@h x",
                "{\"u\":\"https:\\/\\/zoe:pw@h.example\\/x\"} | {\"u\":\"https:\\/\\/[masked]@h.example\\/x\"}",
                "https:\\\\/\\\\/zoe:pw@h | https:\\\\/\\\\/[masked]@h",
                "ｐａｓｓｗｏｒｄ＝hunter2 x | ｐａｓｓｗｏｒｄ＝[masked] x",
                "＂ｔａｘＩｄ＂：＂123＂ x | ＂ｔａｘＩｄ＂：＂[masked]＂ x",
                "jwt eyJhbGciOiJIUzI1NiJ9==.eyJzdWIiOiIxIn0=.sflKxwRJSMeKKF2QT4== x | jwt [masked] x"
            })
    void whatIsFoundIsMasked(String text, String expected) {
        assertThat(masked(text)).isEqualTo(expected);
    }

    @Test
    void aPrivateKeyIsMaskedWholeOrCutOff() {
        String body = "MIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEAAoIBAQC7VJTUt9Us8cKj\n".repeat(3);
        String key = "-----BEGIN PRIVATE KEY-----\n" + body + "-----END PRIVATE KEY-----";

        assertThat(masked("a\n" + key + "\nb")).isEqualTo("a\n[masked]\nb");
        assertThat(masked("a \"" + key.replace("\n", "\\n") + "\" b")).isEqualTo("a \"[masked]\" b");
        assertThat(masked("-----BEGIN RSA PRIVATE KEY-----\n" + body)).isEqualTo("[masked]");
        assertThat(masked("a " + key.replace("\n", "") + " b")).isEqualTo("a [masked] b");
        assertThat(masked("a " + key.replace("KEY", "KEY BLOCK").replace("\n", "") + " b"))
                .isEqualTo("a [masked] b");
        String certificate = key.replace("PRIVATE KEY", "CERTIFICATE");
        assertThat(masked(certificate)).isSameAs(certificate);
        assertThat(masked(certificate.replace("\n", ""))).isEqualTo(certificate.replace("\n", ""));
    }

    @Test
    void onlyAGrantShowsAValue() {
        assertThat(MASKING.text().mask("card 4111111111111111 of zoe@example.com", DESK))
                .isEqualTo("card 4111111111111111 of z***@***.com");
        assertThat(MASKING.text().mask("card 4111111111111111", Audience.role("nobody")))
                .isEqualTo("card [masked]");
    }

    @Test
    void whatIsFoundIsCounted() {
        EventCounts counts = new EventCounts();
        Masking masking = Masking.builder(MASKING.policy()).events(counts).build();

        masking.text().mask("4111111111111111 203.0.113.7");
        masking.text().mask("4111111111111111", DESK);

        assertThat(counts.of(new MaskingEvent(Action.MASKED, Outlet.TEXT, "pan", "log")))
                .isEqualTo(1);
        assertThat(counts.of(new MaskingEvent(Action.UNKNOWN_CLASS, Outlet.TEXT, "ip", "log")))
                .isEqualTo(1);
        assertThat(counts.of(new MaskingEvent(Action.GIVEN_CLEAR, Outlet.TEXT, "pan", "role:fraud-desk")))
                .isEqualTo(1);
    }

    @Test
    void wherePoliciesMaskWhatNothingIsSaidAboutNamedValuesAreMasked() {
        Masking strict = Masking.of(MaskingPolicy.builder()
                .field("$..id", Masks.clear())
                .unclassified(Unclassified.MASK)
                .build());

        assertThat(strict.text().mask("plain id=4 user=7 {\"a\":{\"id\":1,\"b\":2}}"))
                .isEqualTo("plain id=4 user=[masked] {\"a\":{\"id\":1,\"b\":\"[masked]\"}}");
    }

    @Test
    void aNameAsLongAsATextMayBeTakesNoLongerThanOtherText() {
        String name = "x".repeat(1 << 20);

        assertTimeoutPreemptively(
                Duration.ofSeconds(20),
                () -> assertThat(MASKING.text().mask(name + "password=hunter2")).isEqualTo(name + "password=[masked]"));
    }
}
