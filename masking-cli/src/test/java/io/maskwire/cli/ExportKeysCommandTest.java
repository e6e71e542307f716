package io.maskwire.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.maskwire.Masking;
import io.maskwire.key.KeyException;
import io.maskwire.key.KeyRing;
import io.maskwire.key.KeySource;
import io.maskwire.key.Purpose;
import io.maskwire.policy.Audience;
import io.maskwire.policy.MaskingPolicy;
import io.maskwire.policy.Masks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportKeysCommandTest {

    @TempDir
    private Path temp;

    private Path keys;
    private Path declaration;
    private Path out;

    @BeforeEach
    void aServiceWithTwoKeyedClasses() {
        keys = temp.resolve("keys");
        out = temp.resolve("out");
        CommandRun.of("keys", "new", keys);
        CommandRun.of("keys", "rotate", keys);
        declaration = Folders.put(temp, "maskwire.yml", """
                service: {name: orders, namespace: shop}
                classes:
                  email: {mask: hash, normalize: email}
                  phone: {mask: hash, domain: contact}
                  name: {mask: erase}
                """);
    }

    @Test
    void theExportMasksAsTheWholeKeyDoes() {
        CommandRun run = export();

        assertThat(run.exit()).isZero();
        assertThat(run.out())
                .isEqualTo("created " + out.resolve("k1.subkeys") + "\ncreated " + out.resolve("k2.subkeys")
                        + "\ncreated " + out.resolve("primary") + "\n");
        assertThat(run.err()).doesNotContain("fleet");
        assertThat(run.err()).contains("for hash in the domain email\n", "for tag in the domain contact\n");
        MaskingPolicy policy = MaskingPolicy.builder()
                .dataClass("email", Masks.hash().normalize(io.maskwire.policy.Normalizer.EMAIL))
                .build();
        assertThat(hashed(policy, out)).startsWith("mh1.k1.").isEqualTo(hashed(policy, keys));
        assertThat(ring(out).checkValues()).isEqualTo(ring(keys).checkValues());
    }

    @Test
    void whatTheServiceDoesNotNeedIsNotInIt() {
        export();

        assertThatThrownBy(() -> ring(out).subkey("k1", Purpose.SIV, "", "tax-id", ""))
                .isInstanceOf(KeyException.class);
        assertThatThrownBy(() -> ring(out).subkey("k1", Purpose.HASH, "other-tenant", "email", "email"))
                .isInstanceOf(KeyException.class);
        assertThatThrownBy(() -> ring(out).subkey("k1", Purpose.HASH, "", "email", "none"))
                .isInstanceOf(KeyException.class);
    }

    @Test
    void oneClassIsExportedAlone() {
        assertThat(export("--class", "phone").exit()).isZero();

        assertThat(ring(out).subkey("k1", Purpose.HASH, "", "contact", "none")).hasSize(32);
        assertThatThrownBy(() -> ring(out).subkey("k1", Purpose.HASH, "", "email", "email"))
                .isInstanceOf(KeyException.class);
    }

    @Test
    void onlyTheOwnerReadsIt() throws IOException {
        export();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(out)))
                .isEqualTo("rwx------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(out.resolve("k1.subkeys"))))
                .isEqualTo("rw-------");
    }

    @Test
    void anExportCannotBeWidened() {
        export("--class", "phone");
        CommandRun wider = CommandRun.of(
                "keys", "export", out, declaration, "--service", "shop/orders", "--out", temp.resolve("wider"));

        assertThat(wider.exit()).isEqualTo(2);
        assertThat(wider.err()).contains("The exported key \"k1\" has no subkey for hash in the domain email");
        assertThat(temp.resolve("wider")).doesNotExist();
    }

    @Test
    void whatCannotBeExportedIsSaid() {
        assertThat(export("--class", "emial").err())
                .contains("--class: shop/orders doesn't know the class emial; choose from [email, name, phone");
        assertThat(export("--class", "name").err())
                .contains("--service: shop/orders has no mask that needs a key there");
        assertThat(CommandRun.of("keys", "export", keys, declaration, "--service", "shop/x", "--out", out)
                        .err())
                .contains("--service: no declaration is about shop/x");
        assertThat(out).doesNotExist();
        export();
        assertThat(export().err()).contains(out + ": is there already, and nothing is overwritten");
    }

    @Test
    void noKeyIsPrinted() throws IOException {
        CommandRun run = export("--output", "json");

        assertThat(run.out()).contains("{\"purpose\":\"hash\",\"domain\":\"contact\"}");
        for (String line : Files.readAllLines(out.resolve("k1.subkeys"))) {
            if (line.contains("key=")) {
                String key = line.substring(line.indexOf("key=") + 4);
                assertThat(run.out() + run.err()).doesNotContain(key);
            }
        }
    }

    private CommandRun export(String... more) {
        Object[] arguments = new Object[8 + more.length];
        System.arraycopy(
                new Object[] {"keys", "export", keys, declaration, "--service", "shop/orders", "--out", out},
                0,
                arguments,
                0,
                8);
        System.arraycopy(more, 0, arguments, 8, more.length);
        return CommandRun.of(arguments);
    }

    private static String hashed(MaskingPolicy policy, Path directory) {
        return Masking.builder(policy)
                .keys(ring(directory))
                .build()
                .mask("email", "a@EXAMPLE.com", Audience.anonymous());
    }

    private static KeyRing ring(Path directory) {
        return KeyRing.from(KeySource.directory(directory));
    }
}
