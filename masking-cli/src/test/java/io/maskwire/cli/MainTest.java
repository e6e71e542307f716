package io.maskwire.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command as a process of its own: what else writes to its standard error. */
class MainTest {

    @TempDir
    private Path temp;

    private CommandRun start(String input, Object... arguments) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
        for (Object argument : arguments) {
            words.add(argument.toString());
        }
        Path in = Folders.put(temp, "stdin", input);
        Path out = temp.resolve("stdout");
        Path err = temp.resolve("stderr");
        ProcessBuilder builder = new ProcessBuilder(words)
                .redirectInput(in.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().remove("JAVA_TOOL_OPTIONS");
        Process process = builder.start();
        try {
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        } finally {
            process.destroyForcibly();
        }
        return new CommandRun(process.exitValue(), read(out), read(err));
    }

    private static String read(Path file) throws IOException {
        return Files.readString(file, StandardCharsets.UTF_8);
    }

    @Test
    void aRecordThatCanNotBeWrittenIsToldInTheCommandsWordsAlone() throws Exception {
        Path keys = temp.resolve("keys");
        CommandRun.of("keys", "new", keys);
        Path declaration = Folders.put(temp, "maskwire.yml", """
                classes:
                  tax-id: {mask: tokenize}
                audiences:
                  role:desk: {reveal: [tax-id], why: chargebacks}
                """);
        Path audit = temp.resolve("no/such/folder.jsonl");

        CommandRun run = start(
                "mw1.k1.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\n",
                "reveal",
                "--class",
                "tax-id",
                "--actor",
                "anna",
                "--audience",
                "role:desk",
                "--reason",
                "chargeback 4711",
                "--keys",
                keys,
                "--audit",
                audit,
                "--config",
                declaration);

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err().lines())
                .singleElement()
                .asString()
                .startsWith(audit + ": the record can't be written (")
                .contains("), so nothing is revealed; ");
    }
}
