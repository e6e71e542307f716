package io.maskwire.samples.shop.walk;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;

/** Says who is who, by signed tokens (JWT, RS256). The services hold its public key only. */
final class Issuer {

    private static final Duration VALID = Duration.ofHours(12);
    private static final Base64.Encoder BASE64URL = Base64.getUrlEncoder().withoutPadding();

    private final PrivateKey key;

    private Issuer(PrivateKey key) {
        this.key = key;
    }

    /** Makes a new pair of keys and writes both. */
    static void make(Path privateKey, Path publicKey) throws IOException, GeneralSecurityException {
        KeyPair pair = newPair();
        Pem.writePrivateKey(privateKey, pair.getPrivate().getEncoded());
        Pem.writePublicKey(publicKey, pair.getPublic().getEncoded());
    }

    static Issuer read(Path privateKey) throws IOException, GeneralSecurityException {
        return new Issuer(
                KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(Pem.readPrivateKey(privateKey))));
    }

    /** An issuer no service has heard of: what it signs is forged. */
    static Issuer stranger() throws GeneralSecurityException {
        return new Issuer(newPair().getPrivate());
    }

    String serviceToken(String service) {
        return signed(claims(service, "\"azp\":\"" + service + "\""));
    }

    String userToken(String user, String role) {
        return signed(claims(user, "\"roles\":[\"" + role + "\"]"));
    }

    /** The same claims as {@link #serviceToken}, with no signature at all ({@code alg: none}). */
    static String unsignedServiceToken(String service) {
        return part("{\"alg\":\"none\",\"typ\":\"JWT\"}") + "." + part(claims(service, "\"azp\":\"" + service + "\""))
                + ".";
    }

    private static String claims(String subject, String more) {
        Instant now = Instant.now();
        return "{\"aud\":\"shop\",\"sub\":\"" + subject + "\",\"iat\":" + now.getEpochSecond() + ",\"exp\":"
                + now.plus(VALID).getEpochSecond() + "," + more + "}";
    }

    private String signed(String claims) {
        String text = part("{\"alg\":\"RS256\",\"typ\":\"JWT\"}") + "." + part(claims);
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(key);
            signature.update(text.getBytes(StandardCharsets.US_ASCII));
            return text + "." + BASE64URL.encodeToString(signature.sign());
        } catch (GeneralSecurityException every) {
            throw new IllegalStateException("Every JDK signs with SHA256withRSA", every);
        }
    }

    private static String part(String json) {
        return BASE64URL.encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }

    private static KeyPair newPair() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        return generator.generateKeyPair();
    }
}
