package io.maskwire.scan;

import static org.assertj.core.api.Assertions.assertThat;

import io.maskwire.policy.Clear;
import io.maskwire.policy.Finding;
import io.maskwire.policy.MaskingPolicy;
import io.maskwire.policy.Masks;
import io.maskwire.policy.Sensitive;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TypedLintTest {

    record Person(
            @Sensitive("name") String fullName,
            String geburtsdatum,
            @Clear String phone,
            String shippingNote,
            List<Account> accounts) {}

    record Account(String iban, String password, long balance) {}

    private static final MaskingPolicy POLICY = MaskingPolicy.builder()
            .dataClass("name", Masks.erase())
            .dataClass("pan", Masks.erase())
            .dataClass("secret", Masks.erase())
            .field("$..password", "secret")
            .field("$..pasword", "secret")
            .build();

    private static List<String> findings(Class<?>... types) {
        return TypedLint.of(POLICY, List.of(types)).stream()
                .map(TypedLintTest::text)
                .toList();
    }

    private static String text(Finding finding) {
        return finding.severity() + " " + finding.id() + " "
                + finding.where().replace(TypedLintTest.class.getName(), "");
    }

    @Test
    void namesRulesAndClassesAreLookedAt() {
        assertThat(findings(Person.class))
                .containsExactly(
                        "WARNING unclassified-name $Account#iban",
                        "WARNING unclassified-name $Person#geburtsdatum",
                        "WARNING unmatched-rule $..pasword",
                        "INFO unused-class class pan");
    }

    record Directory(Map<String, Account> byMail) {}

    @Test
    void aRuleForKeysOfAMapNobodyHasIsFoundAndItsClassIsUsed() {
        MaskingPolicy policy = MaskingPolicy.builder()
                .dataClass("email", Masks.erase())
                .mapKeys("$..byMail", "email")
                .mapKeys("$..byMial", "email")
                .build();

        assertThat(TypedLint.of(policy, List.of(Directory.class)))
                .map(TypedLintTest::text)
                .contains("WARNING unmatched-rule $..byMial (keys)")
                .doesNotContain("WARNING unmatched-rule $..byMail (keys)", "INFO unused-class class email");
    }

    record Message(String payload) {}

    @Test
    void aPathOfJsonNobodyHasIsFoundAndRulesForWhatIsInJsonAreNot() {
        MaskingPolicy policy = MaskingPolicy.builder()
                .dataClass("email", Masks.erase())
                .field("$..contact", "email")
                .mapKeys("$..contacts", "email")
                .embedded("$..payload")
                .embedded("$..paylaod")
                .build();

        assertThat(TypedLint.of(policy, List.of(Message.class)))
                .map(TypedLintTest::text)
                .containsExactly("WARNING unmatched-rule $..paylaod (embedded)");
    }

    @Test
    void aFindingSaysWhatToDo() {
        assertThat(TypedLint.of(POLICY, List.of(Account.class)))
                .filteredOn(finding -> finding.id().equals("unclassified-name"))
                .singleElement()
                .hasToString("WARNING unclassified-name at " + Account.class.getName()
                        + "#iban: its name speaks of a bank account, and nothing is said about it; give it a data class,"
                        + " or @Clear if it holds nothing of the kind");
    }

    @ParameterizedTest
    @CsvSource({
        "password, a secret",
        "userPassword, a secret",
        "USER_PASSWORD, a secret",
        "motDePasse, a secret",
        "contraseña, a secret",
        "apiKey, a secret",
        "cvv, card authentication data",
        "PIN, card authentication data",
        "kreditkartenNummer, a card number",
        "PAN, a card number",
        "customerIBAN, a bank account",
        "codiceFiscale, an identity number",
        "contactEmail, an email address",
        "téléphone, a telephone number",
        "phone2, a telephone number",
        "dob, a date of birth",
        "fecha_nacimiento, a date of birth",
        "Nachname, a person's name",
        "zipCode, an address",
        "blutgruppe, health data"
    })
    void namesAreKnownInSevenLanguages(String name, String kind) {
        assertThat(SensitiveNames.kindOf(name)).contains(kind);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"pinned", "company", "expand", "panel", "opinion", "id", "", "total", "spinning", "niece", "x"})
    void aShortWordCountsOnlyAlone(String name) {
        assertThat(SensitiveNames.kindOf(name)).isEmpty();
    }
}
