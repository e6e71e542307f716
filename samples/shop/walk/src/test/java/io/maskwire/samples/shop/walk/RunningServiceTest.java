package io.maskwire.samples.shop.walk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunningServiceTest {

    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();

    @TempDir
    Path folder;

    @Test
    void theAnalysisOfSpringBootIsToldOnOneLine() throws IOException, InterruptedException {
        RunningService ended = ended("""
                2026-11-23 INFO Starting

                ***************************
                APPLICATION FAILED TO START
                ***************************

                Description:

                No *.key file in /keys

                Action:

                make one

                """);

        assertThat(ended.lastWords()).isEqualTo("No *.key file in /keys; make one");
    }

    @Test
    void withoutAnAnalysisTheLastLinesAreTold() throws IOException, InterruptedException {
        String log = String.join(
                "\n",
                Stream.iterate(1, line -> line + 1)
                        .limit(20)
                        .map(line -> "line " + line)
                        .toList());

        assertThat(ended(log).lastWords()).isEqualTo("line 15 line 16 line 17 line 18 line 19 line 20");
    }

    @Test
    void anEmptyLogHasNoLastWords() throws IOException, InterruptedException {
        assertThat(ended("").lastWords()).isEmpty();
    }

    private RunningService ended(String log) throws IOException, InterruptedException {
        RunningService service = RunningService.start("any", 0, folder.resolve("any.log"), List.of(JAVA, "-version"));
        service.process().waitFor();
        Files.writeString(service.log(), log);
        return service;
    }
}
