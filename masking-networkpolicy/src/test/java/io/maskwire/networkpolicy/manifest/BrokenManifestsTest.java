package io.maskwire.networkpolicy.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The cases of {@code broken.txt}: a line {@code === title}, manifests, and all their problems, each behind {@code >>>}.
 */
class BrokenManifestsTest {

    record Case(String title, String text, List<String> problems) {

        static Case of(String part) {
            List<String> lines = part.lines().toList();
            String text = lines.stream()
                    .skip(1)
                    .filter(line -> !line.startsWith(">>> "))
                    .map(line -> line + "\n")
                    .collect(Collectors.joining());
            List<String> problems = lines.stream()
                    .filter(line -> line.startsWith(">>> "))
                    .map(line -> "policy.yaml:" + line.substring(4))
                    .toList();
            return new Case(lines.get(0), text, problems);
        }

        @Override
        public String toString() {
            return title;
        }
    }

    static Stream<Case> cases() throws IOException {
        try (InputStream in = BrokenManifestsTest.class.getResourceAsStream("/manifests/broken.txt")) {
            String all = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            return Arrays.stream(all.split("(?m)^=== ", -1)).skip(1).map(Case::of);
        }
    }

    @Test
    void theTableHasManyCasesEachWithAProblem() throws IOException {
        assertThat(cases())
                .hasSizeGreaterThanOrEqualTo(60)
                .allMatch(one -> !one.problems().isEmpty());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void tellsEachProblemWithPlaceAndRemedy(Case broken) {
        assertThat(messagesOf(broken.text())).isEqualTo(broken.problems());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void tellsTheSameWithCarriageReturns(Case broken) {
        assertThat(messagesOf(broken.text().replace("\n", "\r\n"))).isEqualTo(broken.problems());
    }

    @Test
    void tellsTheSameInATurkishLocale() throws IOException {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr-TR"));
            assertThat(cases())
                    .allSatisfy(one -> assertThat(messagesOf(one.text())).isEqualTo(one.problems()));
        } finally {
            Locale.setDefault(before);
        }
    }

    private static List<String> messagesOf(String text) {
        RefusedManifestException e = catchThrowableOfType(
                RefusedManifestException.class,
                () -> ManifestReader.read(List.of(ManifestSource.text("policy.yaml", text))));
        assertThat(e).as("the manifests were read without a problem").isNotNull();
        return e.problems().stream().map(Object::toString).toList();
    }
}
