package io.maskwire.samples.shop.walk;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.json.JsonMapper;

/** The requests of the walk: the same thing asked by different callers, at each service. */
final class Journey {

    private static final int OK = 200;
    private static final int UNAUTHORIZED = 401;

    private final Shop shop;
    private final Client client;

    Journey(Shop shop, Client client) {
        this.shop = shop;
        this.client = client;
    }

    List<Scene> walk(Purchase purchase) throws IOException, GeneralSecurityException {
        return List.of(
                customersAnswer(purchase), ordersAnswer(purchase), ordersPay(purchase), paymentsAnswer(purchase));
    }

    private Scene customersAnswer(Purchase purchase) throws IOException, GeneralSecurityException {
        String path = "/customers/" + purchase.customer();
        return new Scene(
                "What left customers",
                "GET " + path,
                purchase,
                List.of(
                        get(Service.CUSTOMERS, path, Caller.ANONYMOUS, OK, Set.of()),
                        get(Service.CUSTOMERS, path, Caller.orders(shop.run()), OK, Set.of(Kind.NAME)),
                        get(Service.CUSTOMERS, path, Caller.forged(), UNAUTHORIZED, Set.of()),
                        get(Service.CUSTOMERS, path, Caller.unsigned(), UNAUTHORIZED, Set.of())));
    }

    private Scene ordersAnswer(Purchase purchase) throws IOException {
        String path = "/orders/" + purchase.order();
        return new Scene(
                "What left orders",
                "GET " + path,
                purchase,
                List.of(
                        get(Service.ORDERS, path, Caller.ANONYMOUS, OK, Set.of()),
                        get(Service.ORDERS, path, Caller.role(shop.run(), "fraud-desk"), OK, Set.of(Kind.PAN))));
    }

    private Scene ordersPay(Purchase purchase) throws IOException {
        String path = "/orders/" + purchase.order() + "/pay";
        Caller clerk = Caller.role(shop.run(), "clerk");
        Answer receipt = client.post(shop.get(Service.ORDERS).uri(path), clerk, "");
        Answer received = client.get(
                shop.get(Service.PAYMENTS).uri("/authorizations/last"), Caller.role(shop.run(), "inspector"));
        return new Scene(
                "What left orders when a clerk pays",
                "POST " + path,
                purchase,
                List.of(
                        new Sighting("orders", "pay/payments", OK, received, Set.of(Kind.PAN)),
                        new Sighting("orders", clerk.name(), OK, receipt, Set.of())));
    }

    private Scene paymentsAnswer(Purchase purchase) throws IOException {
        String path = "/authorizations";
        String json = new JsonMapper().writeValueAsString(authorization(purchase));
        Caller orders = Caller.orders(shop.run());
        Answer answer = client.post(shop.get(Service.PAYMENTS).uri(path), orders, json);
        return new Scene(
                "What left payments",
                "POST " + path,
                purchase,
                List.of(new Sighting("payments", orders.name(), OK, answer, Set.of())));
    }

    private static Map<String, String> authorization(Purchase purchase) {
        return Map.of(
                "order", purchase.order(),
                "cardNumber", purchase.originals().getOrDefault(Kind.PAN, ""),
                "cardholder", "[masked]",
                "email", "[masked]",
                "amount", "1.00");
    }

    private Sighting get(Service service, String path, Caller caller, int status, Set<Kind> declared)
            throws IOException {
        Answer answer = client.get(shop.get(service).uri(path), caller);
        return new Sighting(service.label(), caller.name(), status, answer, declared);
    }
}
