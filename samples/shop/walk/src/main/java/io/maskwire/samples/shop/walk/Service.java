package io.maskwire.samples.shop.walk;

import java.nio.file.Path;
import java.util.Locale;

/** The three services, in the order of their ports. */
enum Service {
    ORDERS,
    CUSTOMERS,
    PAYMENTS;

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    Path jar(Path shop) {
        return shop.resolve(label()).resolve("target").resolve("shop-" + label() + ".jar");
    }

    Path declaration(Path shop) {
        return shop.resolve(label()).resolve("src/main/resources/maskwire.yml");
    }
}
