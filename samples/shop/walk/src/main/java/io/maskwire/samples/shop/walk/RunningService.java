package io.maskwire.samples.shop.walk;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** One started service, a process of its own. */
final class RunningService {

    private static final int LAST_LINES = 6;
    static final Duration PATIENCE = Duration.ofSeconds(4);

    private final String name;
    private final int port;
    private final Path log;
    private final Process process;

    private RunningService(String name, int port, Path log, Process process) {
        this.name = name;
        this.port = port;
        this.log = log;
        this.process = process;
    }

    static RunningService start(String name, int port, Path log, List<String> command) throws IOException {
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        process.getOutputStream().close();
        return new RunningService(name, port, log, process);
    }

    String name() {
        return name;
    }

    Path log() {
        return log;
    }

    Process process() {
        return process;
    }

    URI uri(String path) {
        return URI.create("https://localhost:" + port + path);
    }

    String url() {
        return uri("").toString();
    }

    /** What its log says about why it ended, on one line: Spring Boot's own analysis, or else the last lines. */
    String lastWords() throws IOException {
        List<String> lines = Files.readAllLines(log, StandardCharsets.UTF_8);
        int analysis = lines.lastIndexOf("APPLICATION FAILED TO START");
        int from = analysis < 0 ? Math.max(0, lines.size() - LAST_LINES) : analysis + 2;
        return String.join(" ", lines.subList(Math.min(from, lines.size()), lines.size()))
                .replaceAll("\\s+", " ")
                .replaceFirst("^ ?Description: ", "")
                .replaceFirst(" Action: ", "; ")
                .strip();
    }

    void askToStop() {
        process.destroy();
    }

    /** Waits for the end of the process until {@code deadline}, a {@link System#nanoTime}, and then forces it. */
    void endBy(long deadline) {
        try {
            if (process.waitFor(deadline - System.nanoTime(), TimeUnit.NANOSECONDS)) {
                return;
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        process.destroyForcibly();
    }
}
