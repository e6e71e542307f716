package io.maskwire.networkpolicy;

import static io.maskwire.networkpolicy.Declared.name;
import static io.maskwire.networkpolicy.Declared.port;
import static io.maskwire.networkpolicy.Declared.service;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.maskwire.declaration.Declaration;
import io.maskwire.networkpolicy.Change.Kind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ManifestFolderTest {

    @TempDir
    private Path temp;

    private Path out;

    @BeforeEach
    void outputFolder() {
        out = temp.resolve("k8s");
    }

    @Test
    void everyFileIsWrittenAndASecondTimeNoneIs() throws IOException {
        assertThat(kinds(write(shop()))).hasSize(7).containsValue(Kind.CREATED).doesNotContainValue(Kind.CHANGED);
        assertThat(contents()).isEqualTo(shop().files());
        Path orders = out.resolve("shop/orders.yaml");
        Files.setLastModifiedTime(orders, FileTime.fromMillis(0));
        assertThat(kinds(write(shop())))
                .hasSize(7)
                .containsValue(Kind.UNCHANGED)
                .doesNotContainValue(Kind.CREATED);
        assertThat(Files.getLastModifiedTime(orders).toMillis()).isZero();
    }

    @Test
    void aWrittenFileIsReadableForOthersAsAnyOther() throws IOException {
        write(shop());
        Path plain = Files.writeString(temp.resolve("plain"), "x");
        assertThat(Files.getPosixFilePermissions(out.resolve("shop/orders.yaml")))
                .as(PosixFilePermissions.toString(Files.getPosixFilePermissions(plain)))
                .isEqualTo(Files.getPosixFilePermissions(plain));
    }

    @Test
    void onlyWhatDiffersIsWritten() throws IOException {
        write(shop());
        Files.writeString(out.resolve("shop/orders.yaml"), shop().files().get("shop/orders.yaml") + "# edited\n");
        Files.writeString(
                out.resolve("pay/payments.yaml"),
                shop().files().get("pay/payments.yaml").replace("\n", "\r\n"));
        Files.delete(out.resolve("shop/customers.yaml"));
        assertThat(kinds(write(shop())))
                .containsEntry("shop/orders.yaml", Kind.CHANGED)
                .containsEntry("pay/payments.yaml", Kind.CHANGED)
                .containsEntry("shop/customers.yaml", Kind.CREATED)
                .containsEntry("default-deny/shop.yaml", Kind.UNCHANGED);
        assertThat(contents()).isEqualTo(shop().files());
    }

    @Test
    void anAbsentServiceStopsTheWritingAndNamesTheRemedy() throws IOException {
        write(shop());
        Map<String, String> before = contents();
        assertThat(refusals(() -> write(withoutPayments())))
                .containsExactly("pay/payments.yaml: is the policy of pay/payments, which no declaration names, and"
                        + " absence is not removal; pass its declaration too, or remove the policy with --remove"
                        + " pay/payments");
        assertThat(contents()).isEqualTo(before);
    }

    @Test
    void aRemovedServiceGoesAndWithTheLastOneItsNamespace() throws IOException {
        write(shop());
        assertThat(kinds(write(withoutPayments(), "pay/payments")))
                .containsEntry("pay/payments.yaml", Kind.REMOVED)
                .containsEntry("default-deny/pay.yaml", Kind.REMOVED);
        assertThat(contents()).isEqualTo(withoutPayments().files());
        assertThat(out.resolve("pay")).doesNotExist();
        assertThat(write(withoutPayments())).allMatch(change -> change.kind() == Kind.UNCHANGED);
    }

    @Test
    void aNamespaceStaysClosedWhileItHasAService() throws IOException {
        Manifests two = manifests(service("shop/a"), service("shop/b"));
        write(two);
        assertThat(kinds(write(manifests(service("shop/a")), "shop/b")))
                .containsEntry("shop/b.yaml", Kind.REMOVED)
                .containsEntry("default-deny/shop.yaml", Kind.UNCHANGED);
    }

    @Test
    void aDefaultDenyWithoutServicesIsNoLeftOverOfOurs() throws IOException {
        write(shop());
        Files.delete(out.resolve("pay/payments.yaml"));
        assertThat(refusals(() -> write(withoutPayments())))
                .containsExactly("default-deny/pay.yaml: denies in the namespace pay, where no service is declared, and"
                        + " absence is not removal; pass the declarations of its services too, or delete this file if"
                        + " the namespace is gone");
    }

    @Test
    void aServiceThatIsDeclaredOrUnknownCantBeRemoved() throws IOException {
        write(shop());
        assertThat(refusals(() -> write(shop(), "shop/orders", "shop/ordres")))
                .containsExactly(
                        "shop/orders.yaml: can't be removed: shop/orders is declared; leave its declaration out, or"
                                + " don't remove it",
                        "shop/ordres.yaml: can't be removed: the folder has no policy of the fleet shop for"
                                + " shop/ordres; correct the name NAMESPACE/NAME, or don't remove it");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "apiVersion: v1\nkind: ConfigMap\n",
                "hello",
                "apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata:\n  name: maskwire-orders\n  namespace: shop\n"
            })
    void aFileThatIsNotOursIsRefused(String text) throws IOException {
        Path file = put("shop/orders.yaml", text);
        assertThat(refusals(() -> write(shop())))
                .containsExactly(file + ": stands in the way and isn't a file of the fleet shop; move it away, or write"
                        + " to another folder");
        assertThat(contents()).isEqualTo(Map.of("shop/orders.yaml", text));
    }

    @Test
    void ourFilesAreKnownByLabelNameAndPlaceTogether() throws IOException {
        String ours = shop().files().get("shop/orders.yaml");
        List<String> foreign = List.of(
                ours.replace("maskwire.io/fleet: shop", "maskwire.io/fleet: other"),
                ours.replace("name: maskwire-orders", "name: orders"),
                ours.replace("  namespace: shop", "  namespace: pay"),
                ours.replace("    maskwire.io/fleet", "    x.maskwire.io/fleet"),
                ours.replace("kind: NetworkPolicy", "kind: CiliumNetworkPolicy"),
                ours + "---\napiVersion: v1\nkind: Secret\n",
                ours + "kind: Secret\n",
                ours.replace("  labels:\n    maskwire.io/fleet: shop\n", "")
                        .replace("  annotations:\n", "  annotations:\n    maskwire.io/fleet: shop\n"));
        for (String text : foreign) {
            put("shop/orders.yaml", text);
            assertThat(refusals(() -> write(shop()))).as(text).hasSize(1);
        }
    }

    @Test
    void ourFilesAreKnownAfterAFormatter() throws IOException {
        String ours = shop().files().get("shop/orders.yaml");
        put(
                "shop/orders.yaml",
                ours.replace("fleet: shop", "fleet: \"shop\"")
                        .replace("name: mask", "name:  'mask")
                        .replace("maskwire-orders\n", "maskwire-orders'\n")
                        .replace("\n", "\r\n"));
        assertThat(kinds(write(shop()))).containsEntry("shop/orders.yaml", Kind.CHANGED);
    }

    @Test
    void filesOfOthersAreNeitherChangedNorRemoved() throws IOException {
        put("shop/deployment.yaml", "apiVersion: apps/v1\nkind: Deployment\n");
        put("shop/copy.yaml", shop().files().get("shop/orders.yaml"));
        put("other/thing.yaml", "x");
        put("shop/notes.txt", "maskwire.io/fleet: shop");
        put(
                "shop/other.yaml",
                manifestsOf("other", service("shop/other")).files().get("shop/other.yaml"));
        put(".git/config.yaml", "x");
        Map<String, String> before = contents();
        write(shop());
        assertThat(contents()).containsAllEntriesOf(before).hasSize(before.size() + 7);
    }

    @Test
    void twoFleetsShareAFolderButNoFile() throws IOException {
        write(manifestsOf("one", service("shop/a")));
        assertThat(refusals(() -> write(manifestsOf("two", service("shop/b")))))
                .hasSize(2)
                .allMatch(refusal -> refusal.contains("isn't a file of the fleet two"));
    }

    @Test
    void aLinkOrAFileInTheWayIsRefused() throws IOException {
        Path elsewhere = Files.createDirectory(temp.resolve("elsewhere"));
        Files.createDirectories(out);
        Files.createSymbolicLink(out.resolve("shop"), elsewhere);
        put("pay", "a file");
        assertThat(refusals(() -> write(shop()))).hasSize(2).allMatch(refusal -> refusal.contains("stands in the way"));
        assertThat(elsewhere).isEmptyDirectory();
        Files.delete(out.resolve("shop"));
        Files.delete(out.resolve("pay"));
        Path target = Files.writeString(
                elsewhere.resolve("orders.yaml"), shop().files().get("shop/orders.yaml"));
        Files.createDirectory(out.resolve("shop"));
        Files.createSymbolicLink(out.resolve("shop/orders.yaml"), target);
        assertThat(refusals(() -> write(shop()))).hasSize(1);
        Files.delete(out.resolve("shop/orders.yaml"));
        Files.createDirectory(out.resolve("shop/orders.yaml"));
        assertThat(refusals(() -> write(shop()))).hasSize(1);
    }

    @Test
    void anOutputFolderThatIsAFileIsRefused() throws IOException {
        Files.writeString(out, "a file");
        assertThat(refusals(() -> write(shop()))).singleElement().asString().contains("nothing in it was changed");
        assertThat(out).hasContent("a file");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5})
    void aFailureAtAnyMoveLeavesTheFolderAsItWas(int failing) throws IOException {
        write(shop());
        Manifests next = manifests(
                Shop.orders().owner("new-team"),
                Shop.customers().owner("new-team"),
                Shop.ordersDb().serves(port("admin", 9).nobody()).owner("new-team"),
                Shop.payments().owner("new-team"),
                service("shop/added"),
                service("lab/added"));
        Map<String, String> before = contents();
        assertThat(refusals(() -> new ManifestFolder(out, failingAt(failing)).write(next, Set.of())))
                .singleElement()
                .asString()
                .contains("can't be written (FileSystem); nothing in it was changed");
        assertThat(contents()).isEqualTo(before);
        assertThat(out.resolve("lab")).doesNotExist();
        assertThat(kinds(write(next))).containsValues(Kind.CHANGED, Kind.CREATED);
    }

    @Test
    void aFailureAfterARemovalBringsTheFileBack() {
        write(manifests(service("shop/a"), service("shop/b"), service("shop/c")));
        Map<String, String> before = contents();
        Manifests next = manifests(service("shop/a"), service("shop/c").owner("new-team"));
        assertThat(refusals(() -> new ManifestFolder(out, failingAt(1)).write(next, Set.of(name("shop/b")))))
                .hasSize(1);
        assertThat(contents()).isEqualTo(before).containsKey("shop/b.yaml");
    }

    @Test
    void aFirstWriteThatFailsLeavesNoFolderBehind() {
        assertThat(refusals(() -> new ManifestFolder(out.resolve("deep/er"), failingAt(3)).write(shop(), Set.of())))
                .hasSize(1);
        assertThat(out).doesNotExist();
    }

    private static Mover failingAt(int move) {
        AtomicInteger moves = new AtomicInteger();
        return (from, to) -> {
            if (moves.incrementAndGet() == move) {
                throw new FileSystemException(to.toString(), null, "No space left on device");
            }
            Mover.REAL.move(from, to);
        };
    }

    private List<Change> write(Manifests manifests, String... remove) {
        return new ManifestFolder(out)
                .write(
                        manifests,
                        Set.copyOf(Arrays.stream(remove).map(Declared::name).toList()));
    }

    private static Manifests shop() {
        return Shop.manifests();
    }

    private static Manifests withoutPayments() {
        return manifests(service("shop/orders"), service("shop/customers"), service("shop/orders-db"));
    }

    private static Manifests manifests(Declared... declared) {
        return manifestsOf("shop", declared);
    }

    private static Manifests manifestsOf(String fleet, Declared... declared) {
        List<Declaration> declarations =
                Arrays.stream(declared).map(Declared::build).toList();
        return NetworkPolicies.generate(Shop.fleet(fleet, Shop.fleet().platform()), declarations);
    }

    private Path put(String name, String text) throws IOException {
        Path file = out.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private static Map<String, Kind> kinds(List<Change> changes) {
        Map<String, Kind> kinds = new TreeMap<>();
        changes.forEach(change -> kinds.put(change.file(), change.kind()));
        assertThat(kinds).hasSameSizeAs(changes);
        return kinds;
    }

    private static List<String> refusals(Runnable writing) {
        ManifestException refused = catchThrowableOfType(ManifestException.class, writing::run);
        assertThat(refused).isNotNull();
        return refused.problems().stream()
                .map(ManifestException.Problem::toString)
                .toList();
    }

    /** Everything in the folder, hidden files too. */
    private Map<String, String> contents() {
        Map<String, String> contents = new TreeMap<>();
        try (Stream<Path> files = Files.walk(out)) {
            for (Path file : files.filter(path -> Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS))
                    .toList()) {
                contents.put(
                        out.relativize(file).toString().replace('\\', '/'),
                        Files.readString(file, StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return contents;
    }
}
