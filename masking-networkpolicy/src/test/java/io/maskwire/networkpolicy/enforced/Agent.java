package io.maskwire.networkpolicy.enforced;

import io.maskwire.declaration.Protocol;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The process that listens and connects in a host's namespace, {@code agent.py}. */
final class Agent implements AutoCloseable {

    private final Process process;
    private final BufferedWriter questions;
    private final BufferedReader answers;

    private Agent(Process process) {
        this.process = process;
        this.questions = process.outputWriter(StandardCharsets.UTF_8);
        this.answers = process.inputReader(StandardCharsets.UTF_8);
    }

    static Agent start(String namespace, String name, Map<Protocol, List<Integer>> ports) throws IOException {
        List<String> command =
                new ArrayList<>(List.of("ip", "netns", "exec", namespace, "python3", "-c", program(), name));
        ports.forEach((protocol, numbers) -> numbers.forEach(number -> command.add(protocol + "/" + number)));
        return new Agent(new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start());
    }

    private static String program() throws IOException {
        try (InputStream in = Objects.requireNonNull(Agent.class.getResourceAsStream("/enforced/agent.py"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    void awaitReady() throws IOException {
        if (!answer().equals("ready")) {
            throw new IOException("a host did not begin to listen");
        }
    }

    void ask(List<Attempt> attempts) throws IOException {
        for (Attempt attempt : attempts) {
            questions.write(attempt.protocol() + " " + attempt.address() + " " + attempt.port() + "\n");
        }
        questions.write("\n");
        questions.flush();
    }

    String answer() throws IOException {
        String line = answers.readLine();
        if (line == null) {
            throw new IOException("a host ended before it answered");
        }
        return line;
    }

    @Override
    public void close() {
        process.destroyForcibly();
        process.onExit().join();
    }
}
