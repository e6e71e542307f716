package io.maskwire.networkpolicy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** {@code docs/netpol-check.md} lists every rule as the code has it, and no other. */
class RulesPageTest {

    private static final Pattern ROW = Pattern.compile("(?m)^\\| `[a-z-]+` \\| [A-Z]+ \\| .*\\|$");

    private static String page() throws IOException {
        return Files.readString(
                Path.of(System.getProperty("basedir", "."), "..", "docs", "netpol-check.md"), StandardCharsets.UTF_8);
    }

    @Test
    void everyRuleHasARowWithItsKindSeverityAndExplanation() throws IOException {
        List<String> expected = Arrays.stream(FindingRule.values())
                .map(rule -> "| `" + rule.id() + "` | " + rule.kind() + " | "
                        + rule.severity().name().toLowerCase(Locale.ROOT) + " | " + rule.explanation() + " |")
                .toList();
        List<String> rows =
                ROW.matcher(page()).results().map(match -> match.group()).toList();
        assertThat(rows).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void everyKindIsExplained() throws IOException {
        String page = page();
        assertThat(Finding.Kind.values()).allMatch(kind -> page.contains("| `" + kind + "` | "));
    }
}
