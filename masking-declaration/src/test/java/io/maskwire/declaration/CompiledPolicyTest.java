package io.maskwire.declaration;

import static org.assertj.core.api.Assertions.assertThat;

import io.maskwire.Masking;
import io.maskwire.policy.Audience;
import io.maskwire.policy.Classification;
import io.maskwire.policy.Masks;
import io.maskwire.policy.RedactStyle;
import io.maskwire.policy.Resolution;
import io.maskwire.policy.Resolution.Reason;
import org.junit.jupiter.api.Test;

class CompiledPolicyTest {

    private static final String CLASSES = """
            service: {name: orders, namespace: shop}
            classes:
              pan: {mask: redact, style: pan, only: [pay/payments, role:fraud-desk]}
              email: {mask: redact, style: email}
              name: {mask: redact, style: name}
            """;

    @Test
    void aCallSendsInClearWhatItDeclaresAndNothingElse() {
        Declaration declaration = read("calls: {payments: {to: pay/payments, port: https, sends: [pan]}}");
        Audience payments = Audience.service("pay/payments").over("calls.payments");
        assertThat(clear(declaration, "pan", payments)).isTrue();
        assertThat(clear(declaration, "name", payments)).isFalse();
        assertThat(look(declaration, "name", payments).mask())
                .isEqualTo(Masks.redact().style(RedactStyle.NAME));
    }

    @Test
    void keysOfMapsAreRulesOfTheirOwnKind() {
        Declaration declaration = read("""
                fields:
                  mails: {path: "$..byMail", class: email, keys: true}
                  names: {path: "$..byMail", class: name}
                  ids:   {path: "$.Ids", mask: hash, domain: id, keys: true, exact: true}
                """);
        assertThat(declaration.policy().canonical().lines())
                .contains(
                        "field \"$..byMail\" [\"name\"]",
                        "keys \"$..byMail\" [\"email\"]",
                        "keys \"$.Ids (exact)\" [- hash(\"id\")]");
        assertThat(Masking.builder(declaration.policy())
                        .withoutKeys()
                        .build()
                        .json()
                        .mask("{\"byMail\":{\"zoe@example.com\":\"Zoe\"}}", Audience.anonymous()))
                .isEqualTo("{\"byMail\":{\"z***@***.com\":\"Z***\"}}");
    }

    @Test
    void stringsThatHoldJsonAreMaskedInsideOrAsAWhole() {
        Declaration declaration = read("""
                fields:
                  mails:   {path: "$..mail", class: email}
                  payload: {path: "$..payload", embedded: json}
                  body:    {path: "$.Body", class: name, embedded: json, exact: true}
                """);
        assertThat(declaration.policy().canonical().lines())
                .contains(
                        "embedded \"$..payload\"", "embedded \"$.Body (exact)\"", "field \"$.Body (exact)\" [\"name\"]")
                .doesNotContain("field \"$..payload\"");
        assertThat(Masking.builder(declaration.policy())
                        .withoutKeys()
                        .build()
                        .json()
                        .mask("{\"payload\":\"{\\\"mail\\\":\\\"zoe@example.com\\\"}\"}", Audience.anonymous()))
                .isEqualTo("{\"payload\":\"{\\\"mail\\\":\\\"z***@***.com\\\"}\"}");
    }

    @Test
    void aDeclarationWithoutThemHasTheCanonicalFormItHad() {
        String fields = "fields: {mails: {path: \"$..mail\", class: email%s}}";
        assertThat(read(fields.formatted(", keys: false")).policy().canonical())
                .isEqualTo(read(fields.formatted("")).policy().canonical())
                .contains("field \"$..mail\" [\"email\"]")
                .doesNotContain("keys");
    }

    @Test
    void authenticationDataIsKnownAndErasedAndMayBeSaidToCrossUnmasked() {
        Declaration declaration = read("""
                fields: {cvv: {path: $..cvv, class: sad}, pin: {path: $..pin, class: sad, mask: erase}}
                audiences: {"role:fraud-desk": {clear: [pan], masks: {sad: {mask: erase}}}}
                calls: {acquirer: {to: pay/acquirer, port: iso8583, over: tcp, carries: [pan, sad]}}
                """);
        assertThat(declaration.classes()).doesNotContainKey("sad");
        assertThat(declaration.calls().get("acquirer").carries()).containsExactly("pan", "sad");
        assertThat(look(declaration, "sad", Audience.role("fraud-desk")).mask()).isEqualTo(Masks.erase());
        assertThat(Declarations.read(DeclarationSource.text("maskwire.yml", "classes: {sad: {mask: erase, only: []}}"))
                        .classes())
                .containsKey("sad");
    }

    @Test
    void anAnswerGivesInClearWhatItDeclaresToThatCallerOverThatPort() {
        Declaration declaration = read("""
                serves:
                  https: {port: 8443, callers: {web: {gives: [name]}, pay/payments: {}}}
                  admin: {port: 9443, callers: {web: {}}}
                """);
        Audience web = Audience.service("shop/web");
        assertThat(clear(declaration, "name", web.over("serves.https"))).isTrue();
        assertThat(clear(declaration, "email", web.over("serves.https"))).isFalse();
        assertThat(clear(declaration, "name", web.over("serves.admin"))).isFalse();
        assertThat(clear(declaration, "name", Audience.service("pay/payments").over("serves.https")))
                .isFalse();
    }

    @Test
    void aServiceWithoutAnEdgeGetsOnlyWhatAllItsEdgesGrant() {
        Declaration declaration = read("""
                serves: {https: {port: 8443, callers: {web: {gives: [name, email]}}}}
                calls: {web: {to: web, port: https, sends: [name]}}
                """);
        assertThat(clear(declaration, "name", Audience.service("shop/web"))).isTrue();
        assertThat(clear(declaration, "email", Audience.service("shop/web"))).isFalse();
    }

    @Test
    void anEdgeWeDoNotWriteLeavesAServiceNothingInClearElsewhere() {
        Declaration declaration = read("""
                calls:
                  web: {to: web, port: https, sends: [name]}
                  feed: {to: web, port: kafka, over: kafka, carries: [name]}
                """);
        assertThat(clear(declaration, "name", Audience.service("shop/web"))).isFalse();
        assertThat(clear(declaration, "name", Audience.service("shop/web").over("calls.web")))
                .isTrue();
    }

    @Test
    void portWithoutCallersKnowsEveryServiceAndGivesNothing() {
        Declaration declaration = read("serves: {https: {port: 8443}}");
        Audience anybody = Audience.service("far/away").over("serves.https");
        assertThat(look(declaration, "name", anybody).reason()).isEqualTo(Reason.OWN);
        assertThat(look(declaration, "name", Audience.service("far/away")).reason())
                .isEqualTo(Reason.UNKNOWN_AUDIENCE);
    }

    @Test
    void portWithEmptyCallersKnowsNoService() {
        Declaration declaration = read("serves: {https: {port: 8443, callers: {}}}");
        assertThat(look(declaration, "name", Audience.service("shop/web").over("serves.https"))
                        .reason())
                .isEqualTo(Reason.UNKNOWN_AUDIENCE);
    }

    @Test
    void hostOutsideGetsWhatIsSentToIt() {
        Declaration declaration = read("external: {crm: {host: crm.example, port: 443, sends: [email]}}");
        for (Audience crm : new Audience[] {
            Audience.external("crm"), Audience.external("crm").over("external.crm")
        }) {
            assertThat(clear(declaration, "email", crm)).isTrue();
            assertThat(clear(declaration, "name", crm)).isFalse();
        }
    }

    @Test
    void hostOutsideOverAnotherTransportIsNoAudience() {
        Declaration declaration =
                read("external: {mail: {host: smtp.mail.example, port: 587, over: smtp, carries: [email]}}");
        assertThat(look(declaration, "email", Audience.external("mail")).reason())
                .isEqualTo(Reason.UNKNOWN_AUDIENCE);
    }

    @Test
    void roleSeesItsClearClassesAndItsMasks() {
        Declaration declaration =
                read("audiences: {'role:fraud-desk': {clear: [pan], masks: {email: {mask: hash}}, why: fraud}}");
        Audience desk = Audience.role("fraud-desk");
        assertThat(clear(declaration, "pan", desk)).isTrue();
        assertThat(look(declaration, "email", desk).mask()).isEqualTo(Masks.hash("email"));
        assertThat(look(declaration, "email", Audience.anonymous()).mask())
                .isEqualTo(Masks.redact().style(RedactStyle.EMAIL));
    }

    @Test
    void serviceGetsItsMasksOnEveryEdgeWhereTheClassIsNotClear() {
        Declaration declaration = read("""
                audiences: {'service:web': {masks: {email: {mask: hash}}}}
                serves: {https: {port: 8443}}
                calls:
                  one: {to: web, port: https, sends: [email]}
                  two: {to: web, port: other}
                """);
        Audience web = Audience.service("shop/web");
        assertThat(clear(declaration, "email", web.over("calls.one"))).isTrue();
        assertThat(look(declaration, "email", web.over("calls.two")).mask()).isEqualTo(Masks.hash("email"));
        assertThat(look(declaration, "email", web.over("serves.https")).mask()).isEqualTo(Masks.hash("email"));
        assertThat(look(declaration, "email", web).mask()).isEqualTo(Masks.hash("email"));
    }

    @Test
    void roleAndServiceRevealWhatTheyAreGrantedAndSeeNoMoreForIt() {
        Declaration declaration = read("""
                audiences:
                  role:fraud-desk: {reveal: [email], why: chargebacks}
                  service:web: {reveal: [name], why: address labels}
                serves: {https: {port: 8443}}
                calls: {one: {to: web, port: https}}
                """);
        Audience desk = Audience.role("fraud-desk");
        Audience web = Audience.service("shop/web");
        assertThat(declaration.policy().mayReveal("email", desk)).isTrue();
        assertThat(declaration.policy().mayReveal("name", desk)).isFalse();
        assertThat(clear(declaration, "email", desk)).isFalse();
        for (Audience anywhere : new Audience[] {web, web.over("serves.https"), web.over("calls.one")}) {
            assertThat(declaration.policy().mayReveal("name", anywhere)).isTrue();
            assertThat(declaration.policy().mayReveal("email", anywhere)).isFalse();
        }
    }

    private static Declaration read(String more) {
        return Declarations.read(DeclarationSource.text("maskwire.yml", CLASSES + more));
    }

    private static Resolution look(Declaration declaration, String dataClass, Audience audience) {
        return declaration.policy().resolve(Classification.ofClass(dataClass), audience);
    }

    private static boolean clear(Declaration declaration, String dataClass, Audience audience) {
        return look(declaration, dataClass, audience).isClear();
    }
}
