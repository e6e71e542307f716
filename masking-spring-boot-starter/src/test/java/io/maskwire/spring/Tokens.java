package io.maskwire.spring;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;

/** Bearer tokens: good ones, and those that only look good. */
final class Tokens {

    private static final KeyPair KEYS = keys();
    private static final KeyPair FOREIGN = keys();

    private Tokens() {}

    private static KeyPair keys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Properties that make an application accept these tokens; the claim roles holds roles. */
    static String[] accepted() {
        return new String[] {
            "spring.security.oauth2.resourceserver.jwt.public-key-location=file:" + publicKey(),
            "spring.security.oauth2.resourceserver.jwt.authorities-claim-name=roles",
            "spring.security.oauth2.resourceserver.jwt.authority-prefix=ROLE_"
        };
    }

    private static Path publicKey() {
        try {
            Path file = Files.createTempFile("maskwire", ".pem");
            file.toFile().deleteOnExit();
            String key = Base64.getMimeEncoder().encodeToString(KEYS.getPublic().getEncoded());
            return Files.writeString(file, "-----BEGIN PUBLIC KEY-----\n" + key + "\n-----END PUBLIC KEY-----\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JWTClaimsSet claims(String subject, String client, String... roles) {
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder()
                .subject(subject)
                .claim("roles", List.of(roles))
                .expirationTime(Date.from(Instant.now().plusSeconds(600)));
        return client == null ? claims.build() : claims.claim("azp", client).build();
    }

    private static String signed(KeyPair keys, JWTClaimsSet claims) {
        try {
            SignedJWT jwt = new SignedJWT(new JWSHeader(JWSAlgorithm.RS256), claims);
            jwt.sign(new RSASSASigner(keys.getPrivate()));
            return "Bearer " + jwt.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    static String person(String... roles) {
        return signed(KEYS, claims("u-1", null, roles));
    }

    static String service(String name, String... roles) {
        return signed(KEYS, claims(name, name, roles));
    }

    static String personBy(String client, String... roles) {
        return signed(KEYS, claims("u-1", client, roles));
    }

    /** Signed by somebody else. */
    static String forged(String... roles) {
        return signed(FOREIGN, claims("u-1", null, roles));
    }

    /** Signed by nobody. */
    static String unsigned(String... roles) {
        return "Bearer " + new PlainJWT(claims("u-1", null, roles)).serialize();
    }
}
