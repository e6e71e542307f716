package io.maskwire.samples.shop.walk;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;

/** The walk's requests as commands to paste. */
final class Curl {

    private final Shop shop;

    Curl(Shop shop) {
        this.shop = shop;
    }

    List<String> commands(Purchase purchase) {
        URI order = shop.get(Service.ORDERS).uri("/orders/" + purchase.order());
        URI customer = shop.get(Service.CUSTOMERS).uri("/customers/" + purchase.customer());
        URI pay = shop.get(Service.ORDERS).uri("/orders/" + purchase.order() + "/pay");
        URI last = shop.get(Service.PAYMENTS).uri("/authorizations/last");
        return List.of(
                "",
                "The shop is open until Ctrl-C. An order as anybody, then as the fraud desk sees it:",
                get(order),
                get(order) + as(shop.run().token("fraud-desk")),
                "",
                "A customer as anybody, then as orders sees it:",
                get(customer),
                get(customer) + as(shop.run().ordersToken()),
                "",
                "Pay as a clerk, then look at what payments received:",
                get(pay) + " -X POST" + as(shop.run().token("clerk")),
                get(last) + as(shop.run().token("inspector")));
    }

    private String get(URI uri) {
        return "  curl -sw '\\n' --cacert " + quoted(shop.run().ca()) + " " + uri;
    }

    private static String as(Path token) {
        return " -H \"Authorization: Bearer $(cat " + quoted(token) + ")\"";
    }

    private static String quoted(Path path) {
        String text = path.toString();
        return text.matches("[A-Za-z0-9/._-]+") ? text : "'" + text.replace("'", "'\\''") + "'";
    }
}
