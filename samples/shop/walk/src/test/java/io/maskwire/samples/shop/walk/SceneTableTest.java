package io.maskwire.samples.shop.walk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SceneTableTest {

    @Test
    void aRowPerMemberAColumnPerAudienceAndRefusalsBelow() {
        Purchase purchase = new Purchase("o-1", "c-1", Map.of(Kind.NAME, "山田 花子"));
        Scene scene = new Scene(
                "What left customers",
                "GET /customers/c-1",
                purchase,
                List.of(
                        sighting("shop/orders", 200, "{\"name\":\"山田 花子\",\"phone\":\"***42\"}"),
                        sighting("anonymous", 200, "{\"name\":\"[masked]\"}"),
                        sighting("forged token", 401, "")));

        assertThat(SceneTable.draw(scene))
                .containsExactly(
                        "",
                        "What left customers  (GET /customers/c-1)",
                        "          to shop/orders      to anonymous",
                        "  name    山田 花子 (clear)   [masked]",
                        "  phone   ***42               -",
                        "  to forged token: 401, no body");
    }

    private static Sighting sighting(String to, int status, String body) {
        return new Sighting("customers", to, status, new Answer(status, "{}", body), Set.of());
    }
}
