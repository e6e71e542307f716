package io.maskwire.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The jar and the script as a user starts them. */
class MaskwireJarIT {

    private static final Path MODULE =
            Path.of(System.getProperty("basedir", ".")).toAbsolutePath().normalize();
    private static final String JAVA_HOME = System.getProperty("java.home");

    @TempDir
    private Path temp;

    private Path shop;

    @BeforeEach
    void aShop() {
        shop = temp.resolve("shop");
        Folders.shop(shop);
    }

    @Test
    void theJarGeneratesTheSameAsTheCommandInThisProcess() throws Exception {
        Path byJar = temp.resolve("by-jar");
        Path here = temp.resolve("here");
        CommandRun jar = start(
                Map.of(),
                JAVA_HOME + "/bin/java",
                "-jar",
                MODULE.resolve("target/maskwire.jar"),
                "netpol",
                "generate",
                shop,
                "--out",
                byJar);
        assertThat(jar.exit()).isZero();
        assertThat(jar.out()).contains("created ", "3 services");
        assertThat(jar.err()).contains("read " + shop);
        CommandRun.of("netpol", "generate", shop, "--out", here);
        assertThat(Folders.contents(byJar)).hasSize(6).isEqualTo(Folders.contents(here));
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void theScriptPassesArgumentsAndExitStatusOn() throws Exception {
        Path linked = Files.createSymbolicLink(temp.resolve("maskwire"), MODULE.resolve("maskwire"));
        try {
            CommandRun version = start(Map.of("JAVA_HOME", JAVA_HOME), linked, "--version");
            assertThat(version.exit()).isZero();
            assertThat(version.out()).matches("maskwire [0-9]+\\.[0-9]+\\.[0-9]+.*\\n");
            CommandRun wrong = start(
                    Map.of("JAVA_HOME", JAVA_HOME), linked, "netpol", "generate", "no such folder", "--out", temp);
            assertThat(wrong)
                    .isEqualTo(
                            new CommandRun(2, "", "no such folder: there is no such file or folder; check the path\n"));
        } finally {
            Files.delete(linked);
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void theScriptFindsJavaOnThePath() throws Exception {
        CommandRun run =
                start(Map.of("PATH", JAVA_HOME + "/bin:/usr/bin:/bin"), MODULE.resolve("maskwire"), "--version");
        assertThat(run.exit()).isZero();
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void withoutTheJarTheScriptSaysWhatToRun() throws Exception {
        Path script = copyOfScript();
        CommandRun run = start(Map.of("JAVA_HOME", JAVA_HOME), script, "--version");
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err())
                .isEqualTo("maskwire: " + temp.resolve("cli/target/maskwire.jar") + " is missing; build it with: (cd '"
                        + temp + "' && ./mvnw -q -pl masking-cli -am -DskipTests package)\n");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aJavaThatIsMissingOrTooOldIsNamed() throws Exception {
        Path script = copyOfScript();
        Folders.put(temp, "cli/target/maskwire.jar", "");
        CommandRun missing = start(Map.of("JAVA_HOME", temp.resolve("none").toString()), script);
        assertThat(missing.exit()).isEqualTo(2);
        assertThat(missing.err())
                .contains("there is no " + temp + "/none/bin/java; set JAVA_HOME to a JDK 17 or newer");
        Folders.put(temp, "old/release", "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"11.0.2\"\n");
        Path java = Folders.put(temp, "old/bin/java", "#!/bin/sh\n");
        assertThat(java.toFile().setExecutable(true)).isTrue();
        CommandRun old = start(Map.of("JAVA_HOME", temp.resolve("old").toString()), script);
        assertThat(old.exit()).isEqualTo(2);
        assertThat(old.err()).isEqualTo("maskwire: " + java + " is Java 11; set JAVA_HOME to a JDK 17 or newer\n");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void theScriptMasksAPipeAndEndsQuietlyWhenNobodyReads() throws Exception {
        Path records = Folders.put(temp, "records", "{\"to\": \"zoe@example.com\"}\n".repeat(200_000));
        Path config = Folders.put(
                temp, "maskwire.yml", "classes:\n  email: {mask: erase}\nfields:\n  to: {path: $.to, class: email}\n");
        String command = "set -o pipefail; '" + MODULE.resolve("maskwire") + "' mask --format ndjson --config '"
                + config + "' '" + records + "' | head -n 1";
        assertThat(start(Map.of("JAVA_HOME", JAVA_HOME), "bash", "-c", command))
                .isEqualTo(new CommandRun(0, "{\"to\": \"[masked]\"}\n", ""));
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void progressIsShownOnATerminalAndNowhereElse() throws Exception {
        Path script = Path.of("/usr/bin/script");
        assumeTrue(Files.isExecutable(script), "needs script, of util-linux, for a terminal");
        Path config = Folders.put(temp, "maskwire.yml", "unclassified: mask\n");
        Path masked = temp.resolve("masked");
        // More than a pipe holds, so that the rest is not written before somebody reads; then something for 2.5
        // seconds.
        String slow =
                "(printf '[%100000s]\\n' ''; for i in $(seq 50); do echo '[\"zoe@example.com\"]'; sleep 0.05; done) | '"
                        + MODULE.resolve("maskwire") + "' mask --quiet --format ndjson --config '" + config + "' > '"
                        + masked
                        + "'";
        String expected = "[" + " ".repeat(100_000) + "]\n" + "[\"[masked]\"]\n".repeat(50);

        CommandRun logged = start(Map.of("JAVA_HOME", JAVA_HOME), "bash", "-c", slow);
        assertThat(logged).isEqualTo(new CommandRun(0, "", ""));
        assertThat(masked).content().isEqualTo(expected);

        CommandRun watched = start(
                Map.of("JAVA_HOME", JAVA_HOME, "SHELL", "/bin/bash"),
                script,
                "--quiet",
                "--return",
                "--command",
                slow,
                "/dev/null");
        assertThat(watched.exit()).isZero();
        assertThat(watched.out())
                .startsWith("\r0 MB read")
                .endsWith("\r\u001b[K")
                .doesNotContain("masked");
        assertThat(masked).content().isEqualTo(expected);
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void malformedInputEndsWithTwoAndTheByteAndLeavesNothingOfIt() throws Exception {
        Path config = Folders.put(
                temp, "maskwire.yml", "classes:\n  email: {mask: erase}\nfields:\n  to: {path: $.to, class: email}\n");
        String record = "{\"to\":\"zoe@example.com\",\"n\":\"é\"}\n";
        Path document = Folders.put(temp, "broken.json", record.strip() + "]");
        Path records = Folders.put(temp, "broken.ndjson", record + record.replace("é", "\\x") + record);

        assertThat(start(
                        Map.of("JAVA_HOME", JAVA_HOME),
                        MODULE.resolve("maskwire"),
                        "mask",
                        "--config",
                        config,
                        document))
                .isEqualTo(new CommandRun(
                        2,
                        "",
                        document + ": No valid JSON at byte 33: expected the end of the input; nothing was written\n"));
        CommandRun second = start(
                Map.of("JAVA_HOME", JAVA_HOME),
                MODULE.resolve("maskwire"),
                "mask",
                "--format",
                "ndjson",
                "--config",
                config,
                records);
        assertThat(second.exit()).isEqualTo(2);
        assertThat(second.out()).isEqualTo("{\"to\":\"[masked]\",\"n\":\"é\"}\n");
        assertThat(second.err())
                .isEqualTo(
                        records
                                + ": No valid JSON at byte 63: no such escape (line 2); nothing of it and behind it was written\n");
    }

    private Path copyOfScript() throws IOException {
        Path script = temp.resolve("cli/maskwire");
        Files.createDirectories(script.getParent());
        return Files.copy(MODULE.resolve("maskwire"), script, StandardCopyOption.COPY_ATTRIBUTES);
    }

    private CommandRun start(Map<String, String> environment, Object... command) throws Exception {
        List<String> words =
                new ArrayList<>(Arrays.stream(command).map(Object::toString).toList());
        Path out = temp.resolve("stdout");
        Path err = temp.resolve("stderr");
        ProcessBuilder builder =
                new ProcessBuilder(words).redirectOutput(out.toFile()).redirectError(err.toFile());
        builder.environment().remove("JAVA_HOME");
        builder.environment().remove("JAVA_TOOL_OPTIONS");
        builder.environment().putAll(environment);
        Process process = builder.start();
        try {
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        } finally {
            process.destroyForcibly();
        }
        return new CommandRun(
                process.exitValue(),
                Files.readString(out, StandardCharsets.UTF_8),
                Files.readString(err, StandardCharsets.UTF_8));
    }
}
