package io.maskwire.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.maskwire.key.KeyRing;
import io.maskwire.key.KeySource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RotateKeysCommandTest {

    @TempDir
    private Path temp;

    private Path keys;

    @BeforeEach
    void oneKey() {
        keys = temp.resolve("keys");
        CommandRun.of("keys", "new", keys);
    }

    @Test
    void theFirstStepAddsAKeyThatMakesNothingYet() {
        CommandRun run = CommandRun.of("keys", "rotate", keys);

        assertThat(run.exit()).isZero();
        assertThat(ring().primary()).isEqualTo("k1");
        assertThat(ring().kids()).containsExactly("k1", "k2");
        assertThat(run.out())
                .isEqualTo("created " + keys.resolve("k2.key") + ", check value "
                        + ring().checkValues().get("k2") + "\n");
        assertThat(run.err()).endsWith("run: maskwire keys rotate " + keys + " --finish\n");
    }

    @Test
    void theSecondStepLetsItMakeNewValuesAndKeepsTheOldOneReadable() {
        CommandRun.of("keys", "rotate", keys);
        CommandRun run = CommandRun.of("keys", "rotate", keys, "--finish");

        assertThat(run.exit()).isZero();
        assertThat(run.out()).isEqualTo("k2 makes new values; k1 did before\n");
        assertThat(ring().primary()).isEqualTo("k2");
        assertThat(ring().kids()).containsExactly("k1", "k2");
    }

    @Test
    void noStepIsTakenTwice() {
        assertThat(CommandRun.of("keys", "rotate", keys, "--finish").err())
                .contains("k1 makes new values already; begin with: maskwire keys rotate " + keys);
        CommandRun.of("keys", "rotate", keys);
        Map<String, String> begun = Folders.contents(keys);
        CommandRun again = CommandRun.of("keys", "rotate", keys);

        assertThat(again.exit()).isEqualTo(2);
        assertThat(again.err()).contains("k2 was added and makes no new values yet");
        assertThat(Folders.contents(keys)).isEqualTo(begun);
    }

    @Test
    void anOlderKeyCanBePutBackInItsPlace() {
        CommandRun.of("keys", "rotate", keys);
        CommandRun.of("keys", "rotate", keys, "--finish");

        assertThat(CommandRun.of("keys", "rotate", keys, "--finish", "--kid", "k1")
                        .exit())
                .isZero();
        assertThat(ring().primary()).isEqualTo("k1");
        assertThat(CommandRun.of("keys", "rotate", keys, "--finish", "--kid", "k9")
                        .err())
                .contains("there is no key k9; choose one of [k1, k2]");
    }

    @ParameterizedTest
    @CsvSource({"k9,k10", "2026-11,2026-12", "k09,k10", "a99999999999999999999,a100000000000000000000", "v3-eu,v4-eu"})
    void theNextNameIsCountedUp(String now, String next) {
        Path other = temp.resolve("other");
        CommandRun.of("keys", "new", other, "--kid", now);

        assertThat(CommandRun.of("keys", "rotate", other).exit()).isZero();
        assertThat(KeyRing.from(KeySource.directory(other)).kids()).containsExactly(now, next);
    }

    @Test
    void aNameThatCountsBeforeTheNewestIsRefused() {
        assertThat(CommandRun.of("keys", "rotate", keys, "--kid", "k0").err())
                .isEqualTo("--kid: a new key's name counts after k1; write one such as k2\n");
        Path other = temp.resolve("other");
        CommandRun.of("keys", "new", other, "--kid", "blue");
        assertThat(CommandRun.of("keys", "rotate", other).err()).contains("the name blue has no number to count up");
    }

    @Test
    void aMountedSecretIsNotChanged() throws IOException {
        Files.createDirectory(keys.resolve("..2026"));
        Files.move(keys.resolve("k1.key"), keys.resolve("..2026/k1.key"));
        Files.createSymbolicLink(keys.resolve("..data"), Path.of("..2026"));
        Files.createSymbolicLink(keys.resolve("k1.key"), Path.of("..data/k1.key"));

        CommandRun run = CommandRun.of("keys", "rotate", keys);

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains("is a mounted Secret, which is not changed here");
        assertThat(ring().kids()).containsExactly("k1");
    }

    @Test
    void theListTellsWhatEachKeyIsForAndPrintsNoKey() {
        CommandRun.of("keys", "rotate", keys, "--kid", "k10");
        CommandRun.of("keys", "rotate", keys, "--finish");
        CommandRun.of("keys", "rotate", keys);
        Folders.put(keys, "minimum", "k10\n");
        Map<String, String> values = ring().checkValues();

        CommandRun list = CommandRun.of("keys", "list", keys);

        assertThat(list.exit()).isZero();
        assertThat(list.out())
                .isEqualTo("k1  key  below minimum, not read\nk10  key  makes new values  " + values.get("k10")
                        + "\nk11  key  read  " + values.get("k11") + "\n");
        Folders.contents(keys).forEach((name, text) -> {
            if (name.endsWith(".key")) {
                assertThat(list.out() + list.err()).doesNotContain(text.strip());
            }
        });
        assertThat(CommandRun.of("keys", "list", keys, "--output", "json").out())
                .startsWith("{\"keys\":[{\"kid\":\"k1\",\"kind\":\"key\",\"use\":\"below minimum, not read\"");
    }

    @Test
    void whatIsNoKeyRingIsNotListed() {
        Path nothing = temp.resolve("nothing");
        assertThat(CommandRun.of("keys", "list", nothing).err())
                .isEqualTo(nothing + ": there is no such folder; check the path; maskwire keys new " + nothing
                        + " makes a key there\n");
        Folders.put(keys, "k2.key", "c2hvcnQ=\n");
        CommandRun run = CommandRun.of("keys", "list", keys);
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains("k2.key").doesNotContain("c2hvcnQ");
    }

    private KeyRing ring() {
        return KeyRing.from(KeySource.directory(keys));
    }
}
