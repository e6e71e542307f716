package io.maskwire.samples.shop.walk;

import io.maskwire.networkpolicy.Change;
import io.maskwire.networkpolicy.Manifests;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Starts the shop, walks through it, says what was clear where it must not be, and stops everything. */
public final class Walk {

    private static final int FINE = 0;
    private static final int FOUND_SOMETHING = 1;
    private static final int COULD_NOT_START = 2;

    private final Console console;
    private volatile boolean interrupted;

    Walk(Console console) {
        this.console = console;
    }

    /** Runs the walk; the system property {@code shop} names the folder {@code samples/shop}. */
    public static void main(String[] arguments) {
        Path shop = Path.of(System.getProperty("shop", "samples/shop"))
                .toAbsolutePath()
                .normalize();
        System.exit(new Walk(Console.ofTheProcess()).run(shop, List.of(arguments)));
    }

    int run(Path shop, List<String> arguments) {
        try {
            Options options = Options.parse(shop, arguments);
            if (options.help()) {
                console.line(Options.USAGE);
                return FINE;
            }
            return run(options);
        } catch (CannotStart reason) {
            say(reason.line());
            return COULD_NOT_START;
        } catch (IOException | GeneralSecurityException broken) {
            say("The walk broke off: " + broken);
            return FOUND_SOMETHING;
        }
    }

    /** After Ctrl-C everything seems to fail, and that is no news. */
    private void say(String problem) {
        if (!interrupted) {
            console.problem(problem);
        }
    }

    private int run(Options options) throws IOException, GeneralSecurityException {
        RunFolder run = new RunFolder(options.shop().resolve(".run"));
        Shop shop = new Shop(options.shop(), run, Ports.from(options.port()));
        shop.requireBuilt();
        if (run.prepare()) {
            console.step("made", "an authority, certificates, an issuer and a masking key in " + run.path());
        }
        writeManifests(options.shop());
        Runtime.getRuntime().addShutdownHook(new Thread(() -> interrupt(shop), "stop the shop"));
        try (shop) {
            return walk(options, shop, new Client(run.ca()));
        }
    }

    private void writeManifests(Path shop) {
        Manifests manifests = ShopManifests.generate(shop);
        List<Change> changes = ShopManifests.write(manifests, shop.resolve("k8s"));
        manifests.findings().forEach(finding -> console.step("declared", finding.toString()));
        long written = changes.stream()
                .filter(change -> change.kind() != Change.Kind.UNCHANGED)
                .count();
        console.step(
                "manifests",
                changes.size() + " files in " + shop.resolve("k8s") + ", "
                        + (written == 0 ? "as they were" : written + " of them new or changed"));
    }

    private void interrupt(Shop shop) {
        interrupted = true;
        shop.close();
    }

    private int walk(Options options, Shop shop, Client client) throws IOException, GeneralSecurityException {
        shop.start();
        shop.services().forEach(service -> console.step("starting", service.name() + " at " + service.url()));
        new Health(client)
                .await(
                        shop.services(),
                        (service, seconds) -> console.step("ready", service.name() + " after " + seconds));
        List<Purchase> purchases = Purchase.readAll(options.shop());
        int outcome = visit(new Journey(shop, client), purchases);
        if (options.serve() && outcome == FINE) {
            serve(shop, purchases.get(0));
        }
        return outcome;
    }

    /** Asks for every purchase of a running shop, and prints the first: the others look alike. */
    int visit(Journey journey, List<Purchase> purchases) throws IOException, GeneralSecurityException {
        List<Scene> scenes = new ArrayList<>();
        for (Purchase purchase : purchases) {
            List<Scene> walked = journey.walk(purchase);
            if (scenes.isEmpty()) {
                walked.forEach(scene -> console.lines(SceneTable.draw(scene)));
            }
            scenes.addAll(walked);
        }
        return conclude(scenes);
    }

    private int conclude(List<Scene> scenes) {
        long looks =
                scenes.stream().mapToLong(scene -> scene.sightings().size()).sum();
        List<String> findings =
                scenes.stream().flatMap(scene -> scene.findings().stream()).toList();
        console.line("");
        findings.forEach(finding -> console.step("FOUND", finding));
        console.line("Looked at " + looks + " messages: "
                + (findings.isEmpty()
                        ? "every value was clear where it is declared, and nowhere else."
                        : findings.size() + " findings."));
        return findings.isEmpty() ? FINE : FOUND_SOMETHING;
    }

    private void serve(Shop shop, Purchase purchase) {
        console.lines(new Curl(shop).commands(purchase));
        CompletableFuture.anyOf(shop.services().stream()
                        .map(service -> service.process().onExit())
                        .toArray(CompletableFuture[]::new))
                .join();
        throw new CannotStart(
                "A service ended; the logs are in " + shop.run().path().resolve("logs"));
    }
}
