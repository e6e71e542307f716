package io.maskwire.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class GenerateCommandTest {

    private static final String CANARY = "4111111111111111";

    @TempDir
    private Path temp;

    private Path shop;
    private Path out;

    @BeforeEach
    void aShop() {
        shop = temp.resolve("shop");
        out = temp.resolve("k8s");
        Folders.shop(shop);
    }

    @Test
    void aFolderIsReadAndItsManifestsWritten() {
        CommandRun run = generate();
        assertThat(run.exit()).isZero();
        assertThat(run.err()).isEqualTo("""
                        read SHOP/customers/declared.yml: shop/customers
                        read SHOP/orders/src/main/resources/maskwire.yml: shop/orders
                        read SHOP/payments/maskwire.yml: pay/payments
                        read SHOP/fleet.yml: fleet acme
                        """.replace("SHOP", shop.toString()));
        assertThat(run.out()).isEqualTo("""
                        created OUT/default-deny/pay.yaml
                        created OUT/default-deny/shop.yaml
                        created OUT/maskwire.lock.json
                        created OUT/pay/payments.yaml
                        created OUT/shop/customers.yaml
                        created OUT/shop/orders.yaml
                        fleet acme: 3 services, 2 edges between them, 0 findings; 6 files, 0 unchanged
                        """.replace("OUT", out.toString()));
        assertThat(Folders.contents(out))
                .hasSize(6)
                .hasEntrySatisfying(
                        "shop/orders.yaml",
                        text -> assertThat(text)
                                .contains(
                                        "    maskwire.io/fleet: acme\n",
                                        "# from platform ingress to https\n",
                                        "# to pay/payments:https (card authorisation); request pan; answer nothing\n",
                                        "# to shop/customers:https; request nothing; answer name\n"));
    }

    @Test
    void aSecondRunChangesNoByte() {
        generate();
        Map<String, String> before = Folders.contents(out);
        CommandRun again = generate();
        assertThat(again.exit()).isZero();
        assertThat(again.out())
                .isEqualTo("fleet acme: 3 services, 2 edges between them, 0 findings; 6 files, 6 unchanged\n");
        assertThat(Folders.contents(out)).isEqualTo(before);
    }

    @Test
    void orderFolderAndLineEndsOfTheInputChangeNoByte() {
        generate();
        Path other = temp.resolve("other/place");
        Path fleet = Folders.put(other, "platform.yml", crlf(Folders.FLEET));
        Path first = Folders.put(other, "z.yml", crlf(Folders.ORDERS));
        Path second = Folders.put(other, "many.yml", crlf(Folders.PAYMENTS + "---\n" + Folders.CUSTOMERS));
        Path elsewhere = temp.resolve("elsewhere");
        CommandRun run = CommandRun.of("netpol", "generate", first, second, "--fleet", fleet, "--out", elsewhere);
        assertThat(run.exit()).isZero();
        assertThat(Folders.contents(elsewhere)).isEqualTo(Folders.contents(out));
    }

    private static String crlf(String text) {
        return text.replace("\n", "\r\n");
    }

    @Test
    void findingsAreTellingAndTheFilesAreWritten() {
        Folders.put(shop, "payments/maskwire.yml", Folders.PAYMENTS.replace("accepts: [pan], ", ""));
        Folders.put(shop, "customers/declared.yml", Folders.CUSTOMERS.replace("orders: {gives", "web: {gives"));
        CommandRun run = generate();
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.out())
                .contains(
                        "ERROR " + shop + "/orders/src/main/resources/maskwire.yml:9:3: calls.customers is left out: ",
                        "DATA " + shop
                                + "/orders/src/main/resources/maskwire.yml:8:3: calls.payments sends pan in clear",
                        "fleet acme: 3 services, 1 edge between them, 2 findings; 6 files, 0 unchanged\n");
        assertThat(Folders.contents(out)).hasSize(6);
    }

    /** A mistake, the file it is put in, and what the message must hold. */
    record Mistake(String file, String from, String to, List<String> message) {}

    static List<Mistake> mistakes() {
        String orders = "orders/src/main/resources/maskwire.yml";
        return List.of(
                new Mistake(
                        orders,
                        "calls:",
                        "cals:",
                        List.of(orders + ":7:1: ", "unknown key", "did you mean \"calls\"?")),
                new Mistake(
                        orders,
                        "port: https, sends",
                        "sends",
                        List.of(orders + ":8:", "calls.payments.port", "missing")),
                new Mistake(
                        orders,
                        "port: https, sends",
                        "port: http, sends",
                        List.of(orders + ":8:3: calls.payments wants the port http", "it serves https")),
                new Mistake(
                        orders,
                        "to: customers",
                        "to: pay/customers",
                        List.of(orders + ":9:3: ", "the name exists as shop/customers")),
                new Mistake(
                        orders,
                        "name: orders,",
                        "name: customers,",
                        List.of("shop/customers is declared twice", "declared.yml:1:", orders + ":1:")),
                new Mistake(
                        orders,
                        "from: [ingress]",
                        "from: [ingres]",
                        List.of(orders + ":6:3: ", "known are dns, ingress", "fleet.yml")),
                new Mistake(orders, "port: 8443", "port: 84430", List.of(orders + ":6:", "port")),
                new Mistake(
                        orders, "sends: [pan]", "sends: [" + CANARY + "]", List.of(orders + ":8:54: ", "must be text")),
                new Mistake(orders, "sends: [pan]", "sends: [\"" + CANARY + "\"]", List.of(orders + ":8:", "known")),
                new Mistake(orders, "why: card authorisation", CANARY + ": x", List.of(orders + ":8:", "unknown key")),
                new Mistake(orders, "namespace: shop", "namespace: Shop!", List.of(orders + ":1:", "namespace")),
                new Mistake(orders, "calls:", "calls: [", List.of(orders + ":")),
                new Mistake(
                        "fleet.yml",
                        "platform:",
                        "platfrom:",
                        List.of("fleet.yml:2:1: ", "did you mean \"platform\"?")),
                new Mistake("fleet.yml", "fleet: acme", "", List.of("fleet.yml:", "add fleet: NAME")));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void aMistakeIsRefusedWithPlaceAndRemedyAndNothingIsWritten(Mistake mistake) {
        generate();
        Map<String, String> before = Folders.contents(out);
        String text = Folders.contents(shop).get(mistake.file());
        String wrong = text.replace(mistake.from(), mistake.to());
        assertThat(wrong).isNotEqualTo(text);
        Folders.put(shop, mistake.file(), wrong);
        CommandRun run = generate();
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        List<String> messages =
                run.err().lines().filter(line -> !line.startsWith("read ")).toList();
        assertThat(messages)
                .singleElement()
                .asString()
                .contains(mistake.message())
                .doesNotContain(CANARY);
        assertThat(run.err()).doesNotContain("Exception", "\tat ");
        assertThat(Folders.contents(out)).isEqualTo(before);
        CommandRun first = CommandRun.of("netpol", "generate", shop, "--out", temp.resolve("fresh"));
        assertThat(first.exit()).isEqualTo(2);
        assertThat(temp.resolve("fresh")).doesNotExist();
    }

    @Test
    void mistakesInSeveralFilesAreToldTogether() {
        Folders.put(shop, "payments/maskwire.yml", "serivce: {}\nservice: {name: payments, namespace: pay}\n");
        Folders.put(shop, "customers/declared.yml", "servce: {}\nservice: {name: customers, namespace: shop}\n");
        CommandRun run = generate();
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains("declared.yml:1:1: ", "payments/maskwire.yml:1:1: ");
    }

    @Test
    void anAbsentServiceStopsUntilItIsRemovedByName() {
        generate();
        Path orders = shop.resolve("orders/src/main/resources/maskwire.yml");
        Path payments = shop.resolve("payments/maskwire.yml");
        Map<String, String> before = Folders.contents(out);
        Folders.put(shop, "orders/src/main/resources/maskwire.yml", Folders.ORDERS.replaceAll("  payments: .*\n", ""));
        Object[] without = {
            "netpol", "generate", orders, shop.resolve("customers"), "--fleet", shop.resolve("fleet.yml"), "--out", out
        };
        CommandRun stopped = CommandRun.of(without);
        assertThat(stopped.exit()).isEqualTo(2);
        assertThat(stopped.err()).contains("pay/payments.yaml: ", "absence is not removal", "--remove pay/payments\n");
        assertThat(Folders.contents(out)).isEqualTo(before);
        CommandRun removed = CommandRun.of(
                "netpol",
                "generate",
                orders,
                shop.resolve("customers"),
                "--fleet",
                shop.resolve("fleet.yml"),
                "--out",
                out,
                "--remove",
                "pay/payments");
        assertThat(removed.exit()).isZero();
        assertThat(removed.out())
                .contains("removed " + out + "/pay/payments.yaml\n", "removed " + out + "/default-deny/pay.yaml\n");
        assertThat(Folders.contents(out)).doesNotContainKeys("pay/payments.yaml", "default-deny/pay.yaml");
        assertThat(payments).exists();
    }

    @Test
    void somebodyElsesFileIsNotOverwritten() {
        Path theirs = Folders.put(out, "shop/orders.yaml", "kind: Deployment\n");
        CommandRun run = generate();
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains(theirs + ": stands in the way and isn't a file of the fleet acme; move it away");
        assertThat(Folders.contents(out)).containsOnlyKeys("shop/orders.yaml");
    }

    @Test
    void jsonHoldsTheSameResult() {
        Folders.put(shop, "payments/maskwire.yml", Folders.PAYMENTS.replace("accepts: [pan], ", ""));
        CommandRun run = CommandRun.of("netpol", "generate", shop, "--out", out, "--output", "json");
        assertThat(run.exit()).isEqualTo(1);
        JsonNode json = json(run);
        assertThat(json.propertyNames()).containsExactly("fleet", "read", "services", "edges", "files", "findings");
        assertThat(json.get("fleet").asString()).isEqualTo("acme");
        assertThat(json.get("read")).hasSize(3);
        assertThat(json.at("/files/0").toString())
                .isEqualTo("{\"file\":\"default-deny/pay.yaml\",\"change\":\"created\"}");
        assertThat(json.at("/findings/0/kind").asString()).isEqualTo("DATA");
        assertThat(json.at("/findings/0/line").asInt()).isEqualTo(8);
        assertThat(json.at("/findings/0/remedy").asString()).isNotEmpty();
    }

    @Test
    void jsonHoldsTheSameRefusal() {
        Folders.put(shop, "payments/maskwire.yml", Folders.PAYMENTS.replace("serves:", "servs:"));
        CommandRun run = CommandRun.of("netpol", "generate", shop, "--out", out, "--output", "json");
        assertThat(run.exit()).isEqualTo(2);
        JsonNode error = json(run).at("/errors/0");
        assertThat(error.get("file").asString()).endsWith("payments/maskwire.yml");
        assertThat(error.get("line").asInt()).isEqualTo(4);
        assertThat(run.err())
                .contains(error.get("problem").asString(), error.get("remedy").asString());
    }

    private static JsonNode json(CommandRun run) {
        assertThat(run.out()).endsWith("}\n").doesNotContain("\n{").isASCII();
        return JsonMapper.shared().readTree(run.out());
    }

    @Test
    void onlyDeclarationsOfServicesAreRead() {
        Folders.put(shop, "target/classes/maskwire.yml", Folders.ORDERS);
        Folders.put(shop, "orders/build/resources/maskwire.yml", Folders.ORDERS);
        Folders.put(shop, "web/node_modules/x/maskwire.yml", Folders.ORDERS);
        Folders.put(shop, ".idea/maskwire.yml", Folders.ORDERS);
        Folders.put(shop, "orders/src/test/resources/maskwire.yml", Folders.ORDERS);
        Folders.put(shop, "orders/src/main/resources/application.yml", "service:\n  url: https://localhost\n");
        Folders.put(shop, "orders/src/main/resources/application-dev.yml", "service:\n  url: https://localhost\n");
        Folders.put(shop, "docker-compose.yml", "services:\n  db: {}\n");
        Folders.put(shop, "notes.yml", "# service: none\nother:\n  service: x\n");
        Folders.put(shop, "chart/values.yaml", "service:\n  type: ClusterIP\n");
        Folders.put(shop, "lib/maskwire.yml", "classes: {pan: {mask: erase}}\n");
        Folders.put(shop, "late/maskwire.yaml", Folders.ORDERS);
        CommandRun run = generate();
        assertThat(run.err())
                .contains(
                        "not read " + shop + "/lib/maskwire.yml: it has no service\n",
                        "not read " + shop + "/late/maskwire.yaml: a declaration is called maskwire.yml\n");
        assertThat(run.err().lines().filter(line -> line.startsWith("read "))).hasSize(4);
        assertThat(run.exit()).isZero();
    }

    @Test
    void theNameOfAFileNeitherEndsALineNorColoursIt() {
        assumeTrue(File.separatorChar == '/', "this system allows no such names");
        Folders.put(shop, "a\nOPENS b\u001b[31m/maskwire.yml", "service: {name: a, namespace: shop}\n");
        Folders.put(shop, "c\rd/maskwire.yml", "service: {name: Bad, namespace: shop}\n");
        assertThat(generate().err())
                .contains("read " + shop + "/a?OPENS b?[31m/maskwire.yml: shop/a\n")
                .contains(shop + "/c?d/maskwire.yml:1:17: service.name")
                .doesNotContain("\u001b", "\r", "\nOPENS");
    }

    @Test
    void aFileGivenTwiceIsReadOnce() {
        CommandRun run = CommandRun.of(
                "netpol",
                "generate",
                shop,
                shop.resolve("payments/maskwire.yml"),
                shop.resolve("orders/../orders"),
                "--out",
                out);
        assertThat(run.exit()).isZero();
        assertThat(run.err().lines().filter(line -> line.startsWith("read "))).hasSize(4);
    }

    @Test
    void aFolderCalledTargetIsReadIfItIsGiven() {
        Path target = temp.resolve("target");
        Folders.shop(target);
        assertThat(CommandRun.of("netpol", "generate", target, "--out", out).exit())
                .isZero();
    }

    @Test
    void withoutAFleetFileTheFleetHasANameAndKnowsDns() {
        Path file = Folders.put(
                temp,
                "one.yml",
                "service: {name: a, namespace: shop}\ncalls:\n  a: {to: a, port: p}\nserves:\n  p: {port: 80}\n");
        CommandRun run = CommandRun.of("netpol", "generate", file, "--out", out);
        assertThat(run.exit()).isZero();
        assertThat(run.err()).contains("no fleet.yml: the fleet is called default and has no platform peer but dns");
        assertThat(Folders.contents(out).get("shop/a.yaml"))
                .contains("maskwire.io/fleet: default", "k8s-app: kube-dns");
    }

    @Test
    void twoFleetFilesAreRefusedUnlessOneIsNamed() {
        Folders.put(shop, "payments/fleet.yml", Folders.FLEET.replace("acme", "other"));
        CommandRun unclear = generate();
        assertThat(unclear.exit()).isEqualTo(2);
        assertThat(unclear.err()).contains("there is another fleet.yml at ", "say which one is the fleet's file");
        CommandRun named =
                CommandRun.of("netpol", "generate", shop, "--fleet", shop.resolve("payments/fleet.yml"), "--out", out);
        assertThat(named.exit()).isZero();
        assertThat(named.err()).contains("payments/fleet.yml: fleet other");
    }

    @Test
    void aFleetFileMayBeGivenLikeADeclaration() {
        CommandRun run = CommandRun.of(
                "netpol", "generate", shop.resolve("payments/maskwire.yml"), shop.resolve("fleet.yml"), "--out", out);
        assertThat(run.exit()).isZero();
        assertThat(run.err()).contains("fleet.yml: fleet acme");
    }

    @Test
    void aFileWithoutAServiceIsRefusedIfItIsGiven() {
        Path masks = Folders.put(temp, "masks.yml", "classes: {pan: {mask: erase}}\n");
        CommandRun run = CommandRun.of("netpol", "generate", shop, masks, "--out", out);
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains(masks + ": declares no service", "leave the file out");
        assertThat(out).doesNotExist();
    }

    @Test
    void nothingToReadIsRefused() {
        Path empty = temp.resolve("empty");
        Folders.put(empty, "readme.txt", "x");
        assertThat(CommandRun.of("netpol", "generate", empty, "--out", out))
                .isEqualTo(new CommandRun(
                        2,
                        "",
                        empty + ": there is no declaration with a service here; pass a"
                                + " maskwire.yml, or a folder with one below it\n"));
        Path missing = temp.resolve("missing");
        assertThat(CommandRun.of("netpol", "generate", missing, "--out", out))
                .isEqualTo(new CommandRun(2, "", missing + ": there is no such file or folder; check the path\n"));
        CommandRun fleet = CommandRun.of("netpol", "generate", shop, "--fleet", missing, "--out", out);
        assertThat(fleet.exit()).isEqualTo(2);
        assertThat(fleet.err()).contains(missing + ":1:1: there is no such file");
        assertThat(out).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "netpol generate",
                "netpol generate DECL",
                "netpol generate --out OUT",
                "netpol generate DECL --out OUT --wat",
                "netpol generate DECL --out OUT --remove payments",
                "netpol generate DECL --out OUT --remove pay/",
                "netpol generate DECL --out OUT --remove a/b/c",
                "netpol generate DECL --out OUT --output yaml",
                "netpol",
                "keys",
                "wat",
                ""
            })
    void wrongUseIsOneLineThatPointsToHelp(String arguments) {
        String given = arguments.replace("DECL", shop.toString()).replace("OUT", out.toString());
        CommandRun run = CommandRun.of((Object[]) (given.isEmpty() ? new String[0] : given.split(" ")));
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).matches("maskwire: [^\\n]+; see maskwire[ a-z]* --help\\n");
        assertThat(out).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"--help", "netpol --help", "netpol generate --help", "keys new -h", "--version", "netpol -V"})
    void helpAndVersionAreResults(String arguments) {
        CommandRun run = CommandRun.of((Object[]) arguments.split(" "));
        assertThat(run.exit()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).contains("maskwire");
    }

    private CommandRun generate() {
        return CommandRun.of("netpol", "generate", shop, "--out", out);
    }
}
