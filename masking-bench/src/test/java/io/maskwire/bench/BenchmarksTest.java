package io.maskwire.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is compared does the same work: a benchmark of wrong answers is worth nothing. */
class BenchmarksTest {

    @Test
    void allWaysOfMaskingByJacksonWriteTheSameBytes() {
        JacksonBenchmark benchmark = new JacksonBenchmark(4);
        benchmark.setup();

        assertThat(benchmark.maskwireAnnotated())
                .isEqualTo(benchmark.floorPlain())
                .isEqualTo(benchmark.maskwireWithoutRules())
                .isEqualTo(benchmark.handWritten())
                .isEqualTo(benchmark.logstashGenerator())
                .isEqualTo(benchmark.writeThenJsonMasker())
                .asString()
                .contains("[masked]")
                .doesNotContain("4111");
    }

    @Test
    void allWaysOfMaskingByJackson2WriteTheSameBytes() throws Exception {
        Jackson2Benchmark benchmark = new Jackson2Benchmark(4);
        benchmark.setup();

        assertThat(benchmark.maskwireAnnotated())
                .isEqualTo(benchmark.floorPlain())
                .isEqualTo(benchmark.maskwireWithoutRules())
                .isEqualTo(benchmark.handWritten())
                .isEqualTo(benchmark.logstashGenerator())
                .isEqualTo(benchmark.writeThenJsonMasker())
                .asString()
                .contains("[masked]")
                .doesNotContain("4111");
    }

    @ParameterizedTest
    @ValueSource(strings = {"unicode", "ascii"})
    void jsonMaskersGiveTheSameText(String text) throws Exception {
        JsonBenchmark benchmark = new JsonBenchmark(3, text);
        benchmark.setup();
        byte[] masked = benchmark.bytesByKeyMaskwire();
        String string = new String(masked, StandardCharsets.UTF_8);

        assertThat(string).contains("\"cardNumber\":\"***\"").doesNotContain("@example.com", "+49");
        assertThat(masked)
                .isEqualTo(benchmark.bytesByKeyJsonMasker())
                .isEqualTo(benchmark.bytesByPathMaskwire())
                .isEqualTo(benchmark.bytesByPathJsonMasker())
                .isEqualTo(benchmark.streamByKeyMaskwire())
                .isEqualTo(benchmark.streamByKeyJsonMasker());
        assertThat(string)
                .isEqualTo(benchmark.stringByKeyMaskwire())
                .isEqualTo(benchmark.stringByKeyJsonMasker())
                .isEqualTo(benchmark.stringByKeyLogbook())
                .isEqualTo(benchmark.stringByKeyRegex());
        assertThat(benchmark.bytesByKeyJacksonCopy()).isEqualTo(masked);
        assertThat(benchmark.noneOfManyRulesMaskwire())
                .isEqualTo(benchmark.noneOfOneRuleMaskwire())
                .isEqualTo(benchmark.floorCopy());
    }

    @Test
    void hashesAreHashes() throws Exception {
        HashBenchmark benchmark = new HashBenchmark();

        assertThat(benchmark.maskwire()).startsWith("mh1.k1.").hasSize(34);
        assertThat(benchmark.plainJdkCalls()).startsWith("k1.");
        assertThat(benchmark.floorReusedMac()).hasSize(32);
    }

    @Test
    void redactionsShowTheSameDigits() {
        RedactBenchmark ours = new RedactBenchmark();
        RedactBenchmark floor = new RedactBenchmark();

        assertThat(ours.maskwirePan()).isEqualTo(floor.floorSubstring());
        assertThat(ours.maskwireKeepLast()).startsWith("****").hasSize(8);
        assertThat(ours.maskwireErase()).isEqualTo("[masked]");
    }

    @Test
    void formatsArePreservedAlikeByAll() throws Exception {
        FormatPreservingBenchmark ours = new FormatPreservingBenchmark();
        String masked = ours.maskwire();

        assertThat(masked).matches("[0-9]{16}");
        assertThat(new FormatPreservingBenchmark().bouncyCastle()).isEqualTo(masked);
        assertThat(new FormatPreservingBenchmark().idealista()).isEqualTo(masked);
        assertThat(new FormatPreservingBenchmark().maskwireBatchOfEight())
                .hasSize(8)
                .startsWith(masked);
        assertThat(new FormatPreservingBenchmark().maskwireColumnOfEight()).isZero();
        assertThat(ours.floorTenAesBlocks()).hasSize(16);
    }

    @Test
    void tokensAreTheSame() throws Exception {
        assertThat(new TokenBenchmark().tinkAndBase64()).isEqualTo(new TokenBenchmark().maskwire());
    }

    @Test
    void textsAreMaskedWhereTheyHoldSomething() {
        assertThat(text("prose").maskwire())
                .isEqualTo(text("prose").expression())
                .hasSize(TextBenchmark.LENGTH);
        assertThat(text("log").maskwire()).isEqualTo(text("log").expression()).hasSize(TextBenchmark.LENGTH);
        assertThat(text("found").maskwire())
                .contains("card 411111******1111", "z***@***.com")
                .doesNotContain("203.0.113.7");
        assertThat(text("found").expression())
                .contains("card [masked]", "sent to [masked] from [masked]")
                .doesNotContain("203.0.113.7");
        assertThat(text("found").floorOneLook()).isPositive();
    }

    private static TextBenchmark text(String kind) {
        TextBenchmark benchmark = new TextBenchmark(kind);
        benchmark.text();
        return benchmark;
    }
}
