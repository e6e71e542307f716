package io.maskwire.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.maskwire.key.KeyRing;
import io.maskwire.key.KeySource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NewKeyCommandTest {

    @TempDir
    private Path temp;

    private Path keys;

    @BeforeEach
    void keyDirectory() {
        keys = temp.resolve("deep/keys");
    }

    @Test
    void aKeyIsThirtyTwoRandomBytesThatOnlyItsOwnerReads() throws IOException {
        CommandRun run = CommandRun.of("keys", "new", keys);
        Path file = keys.resolve("k1.key");
        assertThat(run.exit()).isZero();
        assertThat(run.out()).isEqualTo("created " + file + "\n");
        String text = Files.readString(file);
        assertThat(text).matches("[A-Za-z0-9+/]{43}=\\n");
        assertThat(Base64.getDecoder().decode(text.strip())).hasSize(32);
        assertThat(run.out() + run.err()).doesNotContain(text.strip());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(keys)))
                .isEqualTo("rwx------");
        assertThat(KeyRing.from(KeySource.directory(keys))).asString().contains("k1");
    }

    @Test
    void twoKeysDiffer() throws IOException {
        CommandRun.of("keys", "new", keys);
        CommandRun.of("keys", "new", temp.resolve("other"));
        assertThat(Files.readString(keys.resolve("k1.key")))
                .isNotEqualTo(Files.readString(temp.resolve("other/k1.key")));
    }

    @Test
    void noKeyIsOverwritten() {
        CommandRun.of("keys", "new", keys);
        Map<String, String> before = Folders.contents(keys);
        CommandRun again = CommandRun.of("keys", "new", keys);
        assertThat(again.exit()).isEqualTo(2);
        assertThat(again.out()).isEmpty();
        assertThat(again.err())
                .isEqualTo(
                        keys.resolve("k1.key") + ": there is a key of this name already, and what it made can't be read"
                                + " without it; choose another name with --kid\n");
        assertThat(Folders.contents(keys)).isEqualTo(before);
        Folders.put(keys, "k2.subkeys", "x");
        assertThat(CommandRun.of("keys", "new", keys, "--kid", "k2").exit()).isEqualTo(2);
    }

    @Test
    void aSecondKeyLeavesTheFirstOnePrimary() {
        CommandRun.of("keys", "new", keys);
        CommandRun second = CommandRun.of("keys", "new", keys, "--kid", "2027-01");
        assertThat(second.exit()).isZero();
        assertThat(second.err())
                .endsWith("k1 still makes new values; to change that, write 2027-01 into " + keys.resolve("primary")
                        + "\n");
        assertThat(Folders.contents(keys))
                .containsOnlyKeys("2027-01.key", "k1.key", "primary")
                .containsEntry("primary", "k1\n");
        assertThat(KeyRing.from(KeySource.directory(keys))).asString().contains("k1", "2027-01");
        assertThat(CommandRun.of("keys", "new", keys, "--kid", "k3").exit()).isZero();
    }

    @Test
    void aKeyInTheWrongFileIsNotPrinted() {
        CommandRun.of("keys", "new", keys);
        String key = Folders.contents(keys).get("k1.key");
        Folders.put(keys, "primary", key);
        CommandRun second = CommandRun.of("keys", "new", keys, "--kid", "k2");
        assertThat(second.exit()).isZero();
        assertThat(second.out() + second.err()).doesNotContain(key.strip());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "K1", "k_1", "../k1", "k1.key", "a23456789012345678901234567890123", "ké", "k1\n"})
    void aNameThatIsNoneIsRefused(String kid) {
        CommandRun run = CommandRun.of("keys", "new", keys, "--kid", kid);
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err())
                .isEqualTo("--kid: a key's name is 1 to 32 of a-z, 0-9 and -; write one such as k1 or 2027-01\n");
        assertThat(keys).doesNotExist();
    }

    @Test
    void aFolderWithOtherThingsIsNoKeyDirectory() {
        Folders.put(keys, "README.md", "x");
        CommandRun run = CommandRun.of("keys", "new", keys);
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains("README.md: is no key", "name a folder of its own");
        assertThat(Folders.contents(keys)).containsOnlyKeys("README.md");
    }

    @Test
    void aFileIsNoKeyDirectory() {
        Path file = Folders.put(temp, "file", "x");
        CommandRun run = CommandRun.of("keys", "new", file);
        assertThat(run).isEqualTo(new CommandRun(2, "", file + ": is a file, not a folder; name a folder\n"));
    }

    @Test
    void jsonNamesTheFileAndNotTheKey() {
        CommandRun run = CommandRun.of("keys", "new", keys, "--output", "json");
        assertThat(run.out()).isEqualTo("{\"file\":\"" + keys.resolve("k1.key") + "\",\"kid\":\"k1\"}\n");
    }
}
