package io.maskwire.samples.shop.walk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SightingTest {

    private static final String EMAIL = "zoe.mueller@example.com";
    private static final Purchase PURCHASE = new Purchase("o-1", "c-1", Map.of(Kind.EMAIL, EMAIL));

    @Test
    void aClearValueNobodyDeclaredIsFoundAndNotQuoted() {
        assertThat(sighting(200, "{\"email\":\"" + EMAIL + "\"}", Set.of()).findings(PURCHASE))
                .containsExactly("orders to anonymous, order o-1: email is clear, and no declaration allows it");
    }

    @Test
    void aClearValueInAHeaderIsFound() {
        Sighting sighting =
                new Sighting("orders", "anonymous", 200, new Answer(200, "{location=[/" + EMAIL + "]}", ""), Set.of());

        assertThat(sighting.findings(PURCHASE)).hasSize(1);
    }

    @Test
    void aHiddenValueThatIsDeclaredIsFound() {
        assertThat(sighting(200, "{}", Set.of(Kind.EMAIL)).findings(PURCHASE))
                .containsExactly("orders to anonymous, order o-1: email is hidden, though the declarations allow it");
    }

    @Test
    void anErrorIsNoProofOfMasking() {
        assertThat(sighting(500, "", Set.of()).findings(PURCHASE))
                .containsExactly("orders to anonymous, order o-1: status 500 instead of 200");
    }

    private static Sighting sighting(int status, String body, Set<Kind> declared) {
        return new Sighting("orders", "anonymous", 200, new Answer(status, "{}", body), declared);
    }
}
