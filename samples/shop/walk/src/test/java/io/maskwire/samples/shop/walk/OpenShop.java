package io.maskwire.samples.shop.walk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The shop on random ports, and beside it the same services with one thing changed, each change made to a copy of the
 * declaration the service ships.
 */
final class OpenShop implements AutoCloseable {

    private static final Path FOLDER = Path.of(System.getProperty("shop")).normalize();

    private final Shop shop;
    private final Client client;
    private final RunningService ordersSendingNothing;
    private final RunningService customersGivingNothing;
    private final RunningService customersReporting;

    private OpenShop(RunFolder run, List<Integer> ports) throws IOException, GeneralSecurityException {
        run.prepare();
        client = new Client(run.ca());
        shop = new Shop(
                FOLDER,
                run,
                Map.of(Service.ORDERS, ports.get(0), Service.CUSTOMERS, ports.get(1), Service.PAYMENTS, ports.get(2)));
        shop.start();
        ordersSendingNothing = beside(
                Service.ORDERS, "orders-sending-nothing", ports.get(3), without(run, Service.ORDERS, "sends: [pan], "));
        customersGivingNothing = beside(
                Service.CUSTOMERS,
                "customers-giving-nothing",
                ports.get(4),
                without(run, Service.CUSTOMERS, "gives: [name]"));
        customersReporting = beside(Service.CUSTOMERS, "customers-reporting", ports.get(5), "--masking.mode=report");
    }

    static OpenShop open() {
        try {
            OpenShop open = new OpenShop(new RunFolder(newFolder()), FreePorts.ofTwoShops());
            open.awaitAll();
            return open;
        } catch (IOException | GeneralSecurityException broken) {
            throw new IllegalStateException("The shop did not open", broken);
        }
    }

    Shop shop() {
        return shop;
    }

    Client client() {
        return client;
    }

    RunningService orders() {
        return shop.get(Service.ORDERS);
    }

    RunningService customers() {
        return shop.get(Service.CUSTOMERS);
    }

    RunningService ordersSendingNothing() {
        return ordersSendingNothing;
    }

    RunningService customersGivingNothing() {
        return customersGivingNothing;
    }

    RunningService customersReporting() {
        return customersReporting;
    }

    Caller as(String role) throws IOException {
        return Caller.role(shop.run(), role);
    }

    Answer lastAuthorization() throws IOException {
        return client.get(shop.get(Service.PAYMENTS).uri("/authorizations/last"), as("inspector"));
    }

    static List<Purchase> purchases() throws IOException {
        return Purchase.readAll(FOLDER);
    }

    @Override
    public void close() {
        shop.close();
    }

    private RunningService beside(Service service, String name, int port, String argument) throws IOException {
        return shop.startBeside(service, name, port, argument);
    }

    private void awaitAll() throws IOException {
        List<RunningService> all = new ArrayList<>(shop.services());
        all.addAll(List.of(ordersSendingNothing, customersGivingNothing, customersReporting));
        try {
            new Health(client).await(all, (service, seconds) -> {});
        } catch (CannotStart reason) {
            close();
            throw reason;
        }
    }

    private static String without(RunFolder run, Service service, String grant) throws IOException {
        String shipped = Files.readString(service.declaration(FOLDER));
        if (shipped.split(Pattern.quote(grant), -1).length != 2) {
            throw new IllegalStateException(service.label() + "'s declaration should say once: " + grant);
        }
        Path changed = run.path().resolve(service.label() + "-changed.yml");
        Files.writeString(changed, shipped.replace(grant, ""));
        return "--masking.declaration=file:" + changed;
    }

    private static Path newFolder() throws IOException {
        Path folder = FOLDER.resolve("walk/target/run");
        if (Files.exists(folder)) {
            try (Stream<Path> old = Files.walk(folder)) {
                old.sorted(Comparator.reverseOrder()).forEach(OpenShop::delete);
            }
        }
        return folder;
    }

    private static void delete(Path path) {
        try {
            Files.delete(path);
        } catch (IOException kept) {
            throw new UncheckedIOException(kept);
        }
    }
}
