package io.maskwire.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.maskwire.Masking;
import io.maskwire.declaration.DeclarationSource;
import io.maskwire.declaration.Declarations;
import io.maskwire.key.KeyRing;
import io.maskwire.key.KeySource;
import io.maskwire.policy.Audience;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RevealCommandTest {

    private static final String TAX_ID = "12-3456789 Zoë";

    @TempDir
    private Path temp;

    private Path keys;
    private Path declaration;
    private Path audit;
    private String token;

    @BeforeEach
    void aServiceWhoseDeskMayReveal() {
        keys = temp.resolve("keys");
        audit = temp.resolve("audit.jsonl");
        CommandRun.of("keys", "new", keys);
        declaration = Folders.put(temp, "maskwire.yml", """
                classes:
                  tax-id: {mask: tokenize}
                  card: {mask: format-preserving}
                audiences:
                  role:desk: {reveal: [tax-id, card], why: chargebacks}
                  role:support: {masks: {tax-id: {mask: erase}}}
                """);
        token = masked("tax-id", TAX_ID);
    }

    @Test
    void theOriginalComesOutAndTheRecordIsWritten() throws IOException {
        CommandRun run = reveal(token + "\n", "role:desk");

        assertThat(run).isEqualTo(new CommandRun(0, TAX_ID + "\n", ""));
        assertThat(lines())
                .singleElement()
                .satisfies(line -> assertThat(line)
                        .contains(
                                "\"outcome\":\"revealed\"",
                                "\"actor\":\"anna\"",
                                "\"audience\":\"role:desk\"",
                                "\"class\":\"tax-id\"",
                                "\"kid\":\"k1\"",
                                "\"reason\":\"chargeback 4711\"")
                        .doesNotContain("3456789")
                        .doesNotContain(token));
    }

    @Test
    void theOriginalAsJson() {
        assertThat(reveal(token, "role:desk", "--output", "json").out())
                .isEqualTo("{\"class\":\"tax-id\",\"original\":\"12-3456789 Zo\\u00eb\"}\n");
    }

    @Test
    void refusalsLookAlikeAndAreRecorded() throws IOException {
        List<CommandRun> refused = List.of(
                reveal(token, "role:support"),
                reveal(token + "A", "role:desk"),
                reveal("4929556773187718", "role:desk"));

        assertThat(refused)
                .containsOnly(new CommandRun(
                        2,
                        "",
                        "standard input: the original is not revealed; the last line of " + audit + " says why\n"));
        assertThat(lines().get(0)).contains("\"outcome\":\"not-permitted\"");
        assertThat(lines().get(1)).contains("\"outcome\":\"invalid\"");
        assertThat(lines().get(2)).contains("\"outcome\":\"unknown-key\"").doesNotContain("4929");
    }

    @Test
    void withoutARecordNothingIsRevealed() {
        audit = temp.resolve("no/such/folder.jsonl");

        CommandRun run = reveal(token, "role:desk");

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err())
                .startsWith(audit + ": the record can't be written (")
                .contains("), so nothing is revealed; ");
    }

    @Test
    void aFormatPreservedValueComesBackWithItsKey() {
        CommandRun run = CommandRun.withInput(
                masked("card", "4929 5567 7318 7718"), arguments("card", "role:desk", "--kid", "k1"));

        assertThat(run).isEqualTo(new CommandRun(0, "4929 5567 7318 7718\n", ""));
        assertThat(reveal(token, "role:desk", "--kid", "k1").err())
                .startsWith("--kid: the declaration has not exactly");
    }

    @Test
    void wrongUseIsSaidAndQuotesNothing() {
        assertThat(reveal("", "role:desk").err()).startsWith("standard input: holds no value");
        assertThat(reveal("\r\n", "role:desk").err()).startsWith("standard input: holds no value");
        assertThat(reveal(token, "desk-4711").err())
                .startsWith("--audience: Not an audience")
                .doesNotContain("4711");
        assertThat(reveal(token, "role:desk", "--reason", " ").err()).startsWith("--reason: The reason is blank");
        assertThat(reveal(token, "role:desk", "--config", temp.resolve("none.yml"))
                        .err())
                .contains("there is no such file");
        assertThat(reveal(token, "role:desk", "--service", "shop/orders").err()).contains("0 declarations to choose");
        assertThat(CommandRun.withInput(new byte[] {(byte) 0xff, 'x'}, arguments("tax-id", "role:desk"))
                        .err())
                .startsWith("standard input: is no UTF-8");
        assertThat(CommandRun.of("reveal", "--class", "tax-id").err()).contains("--audit=FILE");
    }

    private CommandRun reveal(String input, String audience, Object... more) {
        return CommandRun.withInput(input, arguments("tax-id", audience, more));
    }

    private Object[] arguments(String dataClass, String audience, Object... more) {
        List<Object> all = new ArrayList<>(List.of("reveal", "--class", dataClass, "--actor", "anna"));
        all.addAll(List.of("--audience", audience, "--keys", keys, "--audit", audit));
        all.addAll(List.of(more));
        if (!all.contains("--reason")) {
            all.addAll(List.of("--reason", "chargeback 4711"));
        }
        if (!all.contains("--config")) {
            all.addAll(List.of("--config", declaration));
        }
        return all.toArray();
    }

    private String masked(String dataClass, String original) {
        return Masking.builder(
                        Declarations.read(DeclarationSource.file(declaration)).policy())
                .keys(KeyRing.from(KeySource.directory(keys)))
                .build()
                .mask(dataClass, original, Audience.anonymous());
    }

    private List<String> lines() throws IOException {
        return Files.readAllLines(audit);
    }
}
