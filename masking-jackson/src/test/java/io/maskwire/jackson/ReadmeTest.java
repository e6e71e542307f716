package io.maskwire.jackson;

import static org.assertj.core.api.Assertions.assertThat;

import io.maskwire.Masking;
import io.maskwire.policy.Audience;
import io.maskwire.policy.MaskingPolicy;
import io.maskwire.policy.Masks;
import io.maskwire.policy.RedactStyle;
import io.maskwire.policy.Sensitive;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** The first screen of the README is true: its code is this code, and it prints what stands below it. */
class ReadmeTest {

    record Order(
            String id,
            @Sensitive("name") String customer,
            @Sensitive("pan") String card) {}

    @Test
    void theFirstExampleIsThisCodeAndPrintsWhatItSays() throws Exception {
        MaskingPolicy policy = MaskingPolicy.builder()
                .dataClass("name", Masks.redact().style(RedactStyle.NAME))
                .dataClass("pan", Masks.redact().style(RedactStyle.PAN))
                .audience(Audience.role("fraud-desk"), grant -> grant.inClear("pan"))
                .build();
        JsonMapper mapper = JsonMapper.builder()
                .addModule(MaskingModule.of(Masking.of(policy)))
                .build();

        Order order = new Order("4711", "Zoë Müller", "4111111111111111");
        String toNobodyInParticular = mapper.writeValueAsString(order);
        String toTheFraudDesk =
                MaskingModule.writer(mapper, Audience.role("fraud-desk")).writeValueAsString(order);

        String readme = Files.readString(Path.of("..", "README.md"));
        assertThat(readme).contains("```\n" + toNobodyInParticular + "\n" + toTheFraudDesk + "\n```");
        assertThat(squeezed(thisFile())).contains(squeezed(firstCodeBlock(readme)));
    }

    private static String firstCodeBlock(String readme) {
        int start = readme.indexOf("```java\n") + "```java\n".length();
        return readme.substring(start, readme.indexOf("```", start))
                // The record stands outside of the method here.
                .replaceFirst("record Order.*\\R", "");
    }

    private static String thisFile() throws Exception {
        return Files.readString(Path.of("src/test/java/io/maskwire/jackson/ReadmeTest.java"));
    }

    private static String squeezed(String text) {
        return text.chars()
                .filter(c -> !Character.isWhitespace(c))
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
    }
}
