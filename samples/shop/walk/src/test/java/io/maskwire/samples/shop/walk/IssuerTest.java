package io.maskwire.samples.shop.walk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class IssuerTest {

    @TempDir
    Path folder;

    @Test
    void aServiceTokenNamesTheServiceAndNoRole() throws IOException, GeneralSecurityException {
        JsonNode claims = claims(issuer().serviceToken("shop/orders"));

        assertThat(claims.required("azp").asString()).isEqualTo("shop/orders");
        assertThat(claims.required("aud").asString()).isEqualTo("shop");
        assertThat(claims.required("exp").asLong())
                .isGreaterThan(claims.required("iat").asLong());
        assertThat(claims.has("roles")).isFalse();
    }

    @Test
    void aPersonsTokenNamesTheRoleAndNoService() throws IOException, GeneralSecurityException {
        JsonNode claims = claims(issuer().userToken("somebody", "fraud-desk"));

        assertThat(claims.required("roles").get(0).asString()).isEqualTo("fraud-desk");
        assertThat(claims.has("azp")).isFalse();
    }

    private Issuer issuer() throws IOException, GeneralSecurityException {
        Path key = folder.resolve("issuer.key");
        Issuer.make(key, folder.resolve("issuer.pub"));
        return Issuer.read(key);
    }

    private static JsonNode claims(String token) {
        List<String> parts = List.of(token.split("\\."));
        return new JsonMapper()
                .readTree(new String(Base64.getUrlDecoder().decode(parts.get(1)), StandardCharsets.UTF_8));
    }
}
