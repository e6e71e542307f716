package io.maskwire.samples.shop.walk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Optional;

/** Who asks: a name to print and the token shown, if any. It prints without the token. */
record Caller(String name, Optional<String> token) {

    static final Caller ANONYMOUS = new Caller("anonymous", Optional.empty());

    static Caller holding(String name, Path token) throws IOException {
        return new Caller(name, Optional.of(Files.readString(token)));
    }

    static Caller orders(RunFolder run) throws IOException {
        return holding("shop/orders", run.ordersToken());
    }

    static Caller role(RunFolder run, String role) throws IOException {
        return holding("role:" + role, run.token(role));
    }

    /** Says it is {@code orders}, signed by somebody no service knows. */
    static Caller forged() throws GeneralSecurityException {
        return new Caller("forged token", Optional.of(Issuer.stranger().serviceToken("shop/orders")));
    }

    /** Says it is {@code orders}, signed by nobody. */
    static Caller unsigned() {
        return new Caller("unsigned token", Optional.of(Issuer.unsignedServiceToken("shop/orders")));
    }

    @Override
    public String toString() {
        return name;
    }
}
