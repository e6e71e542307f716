package io.maskwire.spring;

import io.maskwire.policy.Sensitive;
import java.util.List;

/** What the test services talk about. The values are canaries: wherever one is found, it leaked or was granted. */
record Order(
        String id,
        @Sensitive("name") String customer,
        @Sensitive("email") String email,
        Card card,
        List<String> notes) {

    static final String NAME = "Zoë Łęcka-Canary";
    static final String EMAIL = "zoe.canary@example.com";
    static final String PAN = "4111111111111111";

    record Card(@Sensitive("pan") String number, String expires) {}

    static Order canary() {
        return new Order("o-1", NAME, EMAIL, new Card(PAN, "12/30"), List.of("ring twice"));
    }
}
