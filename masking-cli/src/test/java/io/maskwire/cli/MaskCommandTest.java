package io.maskwire.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MaskCommandTest {

    private static final String CANARY = "4111111111111111";
    private static final String DECLARATION = """
            classes:
              pan: {mask: redact, style: pan}
              email: {mask: erase}
            fields:
              card: {path: $.card, class: pan}
            audiences:
              role:fraud-desk: {clear: [pan], why: chargebacks}
            """;

    @TempDir
    private Path temp;

    private Path config;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @BeforeEach
    void aDeclaration() {
        config = Folders.put(temp, "maskwire.yml", DECLARATION);
    }

    private CommandRun run(InputStream in, OutputStream to, boolean terminal, Object... options) {
        List<Object> words = new ArrayList<>(List.of("mask"));
        words.addAll(List.of(options));
        return CommandRun.of(in, new Streams(to, terminal), words.toArray());
    }

    private CommandRun mask(byte[] input, Object... options) {
        List<Object> quiet = new ArrayList<>(List.of(options));
        quiet.add("--quiet");
        return told(input, quiet.toArray());
    }

    private CommandRun told(byte[] input, Object... options) {
        CommandRun run = run(new ByteArrayInputStream(input), out, false, options);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).doesNotContain(CANARY);
        return new CommandRun(run.exit(), out.toString(StandardCharsets.UTF_8), run.err());
    }

    private CommandRun mask(String input, Object... options) {
        return mask(input.getBytes(StandardCharsets.UTF_8), options);
    }

    private static CommandRun fine(String result) {
        return new CommandRun(0, result, "");
    }

    @Test
    void aDocumentIsMaskedForWhoeverIsNotAuthenticated() {
        assertThat(mask("{ \"card\" : \"4111111111111111\", \"n\": 1.10 }\n", "--config", config))
                .isEqualTo(fine("{ \"card\" : \"411111******1111\", \"n\": 1.10 }\n"));
    }

    @Test
    void anAudienceSeesWhatItIsGranted() {
        String document = "{\"card\":\"4111111111111111\"}";
        assertThat(mask(document, "--config", config, "--audience", "role:fraud-desk"))
                .isEqualTo(fine(document));
    }

    @Test
    void aDeclarationThatKnowsKeysOfMapsAloneMasksThemInEveryForm() {
        Path keys = Folders.put(temp, "keys.yml", """
                classes:
                  email: {mask: redact, style: email}
                fields:
                  mails: {path: $..byMail, class: email, keys: true}
                audiences:
                  role:desk: {masks: {email: {mask: hash}}, why: joins}
                """);
        String document = "{\"byMail\":{\"zoe@example.com\":{\"byMail\":1}}}\n";
        String masked = "{\"byMail\":{\"z***@***.com\":{\"byMail\":1}}}\n";
        assertThat(mask(document, "--config", keys)).isEqualTo(fine(masked));
        out.reset();
        assertThat(mask(document + document, "--config", keys, "--format", "ndjson"))
                .isEqualTo(fine(masked + masked));
        out.reset();
        assertThat(mask(document, "--config", keys, "--audience", "role:desk"))
                .satisfies(run -> assertThat(run.exit()).isEqualTo(2))
                .satisfies(run -> assertThat(run.err()).startsWith("--keys: is missing"));
    }

    @Test
    void anAudienceNobodyDeclaredSeesNothingAndIsNamed() {
        CommandRun run = mask("{\"card\":\"4111111111111111\"}", "--config", config, "--audience", "role:other");
        assertThat(run.exit()).isZero();
        assertThat(run.out()).isEqualTo("{\"card\":\"[masked]\"}");
        assertThat(run.err())
                .isEqualTo("role:other: the declaration doesn't know it, so all that is classified is erased\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"card\":\"4111111111111111\",} | 27",
                "{\"card\":\"4111111111111111\"}x | 27",
                "{\"card\":\"4111111111111111\" | 26",
                "{\"x\":nul,\"card\":\"4111111111111111\"} | 8",
            })
    void ofABrokenDocumentNothingIsWritten(String document, int offset) {
        CommandRun run = mask(document, "--config", config);
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err())
                .startsWith("standard input: No valid JSON at byte " + offset + ": ")
                .endsWith("; nothing was written\n");
    }

    @Test
    void aLargeDocumentIsWrittenWholeOrNotAtAll() throws IOException {
        String element = "{\"card\":\"4111111111111111\",\"note\":\"" + "é".repeat(500) + "\"}";
        String document = "[" + (element + ",").repeat(12_000) + element;
        Path file = Folders.put(temp, "large.json", document);
        CommandRun broken = mask(new byte[0], "--config", config, file);
        assertThat(broken.exit()).isEqualTo(2);
        assertThat(broken.out()).isEmpty();
        assertThat(broken.err()).startsWith(file + ": No valid JSON at byte " + Files.size(file));
        Files.writeString(config, DECLARATION.replace("$.card", "$..card"));
        Files.writeString(file, document + "]");
        assertThat(mask(new byte[0], "--config", config, file))
                .isEqualTo(fine(document.replace(CANARY, "411111******1111") + "]"));
    }

    @Test
    void ofABrokenRecordNothingIsWrittenAndAllBefore() {
        String good = "{\"card\":\"4111111111111111\"}";
        CommandRun run = mask(
                good + "\r\n\n" + good + "\n{\"a\":1,\"card\":\"4111111111111111\n" + good + "\n",
                "--config",
                config,
                "--format",
                "ndjson");
        String masked = "{\"card\":\"411111******1111\"}";
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.out()).isEqualTo(masked + "\r\n\n" + masked + "\n");
        assertThat(run.err())
                .startsWith("standard input: No valid JSON at byte " + (3 + 2 * good.length() + 1 + 31) + ": ")
                .endsWith(" (line 4); nothing of it and behind it was written\n");
    }

    @Test
    void recordsAreMaskedLineByLine() {
        assertThat(mask("{\"card\":\"4111111111111111\"}\n[1]", "--config", config, "--format", "ndjson"))
                .isEqualTo(fine("{\"card\":\"411111******1111\"}\n[1]"));
    }

    @Test
    void textIsMaskedByItsDetectorsAndNames() {
        assertThat(mask("card=4111111111111111 zoe@example.com é\n", "--config", config, "--format", "text"))
                .isEqualTo(fine("card=411111******1111 [masked] é\n"));
    }

    @Test
    void textNeedsNoDeclarationAndJsonDoes() {
        assertThat(mask("card 4111111111111111\n", "--format", "text")).isEqualTo(fine("card [masked]\n"));
        out.reset();
        assertThat(mask("{}"))
                .isEqualTo(new CommandRun(
                        2, "", "maskwire.yml: there is none in this folder; name one with --config FILE\n"));
    }

    @Test
    void textIsTheSameHoweverItsCharactersFallOnBuffers() {
        String text = "a\n" + "é😀語 zoe@example.com\n".repeat(40_000);
        assertThat(mask(text, "--format", "text")).isEqualTo(fine(text.replace("zoe@example.com", "[masked]")));
    }

    @Test
    void textThatIsNoUtf8IsRefusedWithTheByte() {
        byte[] latin1 = "line one\ncafé 4111111111111111\n".getBytes(StandardCharsets.ISO_8859_1);
        CommandRun run = mask(latin1, "--config", config, "--format", "text");
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.out()).doesNotContain("caf");
        assertThat(run.err())
                .isEqualTo("standard input: no UTF-8 at byte 12; nothing of its line and behind it was written\n");
    }

    @Test
    void aMaskWithAKeyNeedsOne() throws IOException {
        Files.writeString(config, DECLARATION.replace("mask: redact, style: pan", "mask: hash"));
        String document = "{\"card\":\"4111111111111111\"}";
        assertThat(mask(document, "--config", config))
                .isEqualTo(new CommandRun(
                        2,
                        "",
                        "--keys: is missing, and the declaration has a mask with a key for anonymous; name the key directory;"
                                + " maskwire keys new DIR makes one\n"));
        CommandRun.of("keys", "new", temp.resolve("keys"));
        assertThat(mask(document, "--config", config, "--keys", temp.resolve("keys"))
                        .out())
                .matches("\\{\"card\":\"mh1\\.k1\\.[A-Za-z0-9_-]{27}\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--format=xml", "--audience=fraud", "--config"})
    void wrongUseIsRefused(String option) {
        CommandRun run = mask("{}", option);
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).startsWith("maskwire: ").endsWith("see maskwire mask --help\n");
    }

    @Test
    void aFileThatIsMissingIsNamed() {
        assertThat(mask("", "--config", config, "none.json"))
                .isEqualTo(new CommandRun(2, "", "none.json: there is no such file; check the path\n"));
    }

    private static OutputStream failing(String message) {
        return new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException(message);
            }
        };
    }

    @ParameterizedTest
    @ValueSource(strings = {"json", "ndjson"})
    void aDeclarationWithoutFieldsMasksNoJsonAndIsRefused(String format) {
        Path classesOnly = Folders.put(temp, "classes.yml", "classes:\n  pan: {mask: redact, style: pan}\n");
        assertThat(mask("{\"pan\":\"4111111111111111\"}", "--config", classesOnly, "--format", format))
                .isEqualTo(new CommandRun(
                        2,
                        "",
                        classesOnly + ": has no fields, so all of a document would leave as it is; say under fields"
                                + " where the values are, as here no annotation does, or unclassified: mask\n"));
    }

    @Test
    void aDeclarationWithoutFieldsMasksText() {
        Path classesOnly = Folders.put(temp, "classes.yml", "classes:\n  pan: {mask: redact, style: pan}\n");
        assertThat(mask("4111111111111111\n", "--config", classesOnly, "--format", "text"))
                .isEqualTo(fine("411111******1111\n"));
    }

    @Test
    void aDeclarationWithoutFieldsCanMaskAllThatIsUnclassified() {
        Path all = Folders.put(temp, "all.yml", "unclassified: mask\n");
        assertThat(mask("{\"pan\":\"4111111111111111\"}", "--config", all)).isEqualTo(fine("{\"pan\":\"[masked]\"}"));
    }

    @Test
    void aFolderIsNoInput() {
        assertThat(mask("", "--config", config, temp))
                .isEqualTo(new CommandRun(2, "", temp + ": is a folder; name one file\n"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"json", "ndjson", "text"})
    void aBrokenPipeEndsQuietlyAndAFullDiskDoesNot(String format) {
        InputStream in = new ByteArrayInputStream("{}\n".getBytes(StandardCharsets.UTF_8));
        assertThat(run(in, failing("Broken pipe"), false, "--config", config, "--format", format))
                .isEqualTo(fine(""));
        InputStream again = new ByteArrayInputStream("{}\n".getBytes(StandardCharsets.UTF_8));
        assertThat(run(again, failing("No space left on device"), false, "--config", config, "--format", format))
                .isEqualTo(
                        new CommandRun(2, "", "standard output: can't be written; check that the disk isn't full\n"));
    }

    /** Gives one byte after a while. */
    private static InputStream slow() {
        return new ByteArrayInputStream("[]".getBytes(StandardCharsets.UTF_8)) {
            @Override
            public synchronized int read(byte[] target, int from, int length) {
                try {
                    Thread.sleep(700);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
                return super.read(target, from, Math.min(length, 1));
            }
        };
    }

    @Test
    void progressIsShownToAPersonOnly() {
        CommandRun watched = run(slow(), out, true, "--config", config, "--quiet");
        assertThat(watched.err()).startsWith("\r0 MB read").endsWith("\r\u001b[K");
        CommandRun logged = run(slow(), out, false, "--config", config, "--quiet");
        assertThat(logged.err()).isEmpty();
    }

    private CommandRun told(String input, Object... options) {
        return told(input.getBytes(StandardCharsets.UTF_8), options);
    }

    @Test
    void howManyValuesWereMaskedIsToldInOneLine() {
        String two = "[{\"card\":\"4111111111111111\"},{\"card\":1}]";
        Path cards = Folders.put(temp, "cards.yml", DECLARATION.replace("$.card", "$..card"));
        assertThat(told(two, "--config", cards).err()).isEqualTo("masked 2 values\n");
        assertThat(told(two, "--config", cards, "--audience", "role:fraud-desk").err())
                .isEqualTo("masked 0 values, 2 shown as granted\n");
        assertThat(told(two, "--config", cards, "--quiet").err()).isEmpty();
    }

    @Test
    void declarationThatFitsNothingInTheInputIsToldSo() {
        assertThat(told("{\"kard\":\"4111111111111111\"}", "--config", config).err())
                .isEqualTo("masked 0 values: no field was there\n");
        assertThat(told("{\"kard\":1}\n[1]\n", "--config", config, "--format", "ndjson")
                        .err())
                .isEqualTo("masked 0 values: no field was there\n");
        assertThat(told("nothing here\n", "--config", config, "--format", "text")
                        .err())
                .isEqualTo("masked 0 values: nothing was found\n");
    }

    @Test
    void aBrokenDocumentIsNotCounted() {
        assertThat(told("{\"card\":\"4111111111111111\"", "--config", config).err())
                .doesNotContain("masked 1")
                .contains("byte 26");
    }

    private static final String KEYED = """
            classes:
              pan: {mask: redact, style: pan}
              email: {mask: hash}
              tax-id: {mask: tokenize}
            fields:
              card: {path: $.card, class: pan}
              tax: {path: $.tax, class: tax-id}
            audiences:
              role:tax-office: {clear: [tax-id], why: taxes}
              role:desk: {masks: {tax-id: {mask: erase}}, why: calls}
            """;

    @ParameterizedTest
    @CsvSource({
        "json,   anonymous,       true",
        "json,   role:tax-office, false",
        "json,   role:desk,       false",
        "json,   role:other,      false",
        "ndjson, role:desk,       false",
        "text,   role:desk,       true"
    })
    void keysAreAskedForOnlyWhereAMaskOfThisAudienceNeedsThem(String format, String audience, boolean asked) {
        Path keyed = Folders.put(temp, "keyed.yml", KEYED);
        CommandRun run = mask(
                "{\"card\":\"4111111111111111\",\"tax\":\"x\"}",
                "--config",
                keyed,
                "--format",
                format,
                "--audience",
                audience);
        assertThat(run.exit()).isEqualTo(asked ? 2 : 0);
        if (asked) {
            assertThat(run.err()).startsWith("--keys: is missing").contains(audience);
        } else {
            assertThat(run.out()).doesNotContain(CANARY);
        }
    }

    @Test
    void aDeclarationThatIsMissingIsNamed() {
        Path none = temp.resolve("nope.yml");
        assertThat(mask("{}", "--config", none))
                .isEqualTo(
                        new CommandRun(2, "", none + ": there is no such file; name the declaration with --config\n"));
    }

    @Test
    void keysThatAreMissingAreNamedWithWhatMakesSome() {
        Path none = temp.resolve("none");
        assertThat(mask("{}", "--config", config, "--keys", none))
                .isEqualTo(new CommandRun(
                        2,
                        "",
                        none + ": there is no such folder; check the path; maskwire keys new " + none
                                + " makes a key there\n"));
    }
}
