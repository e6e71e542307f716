package io.maskwire.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What is compared does the same work: a benchmark of wrong answers is worth nothing. */
class BenchmarksTest {

    @Test
    void jacksonWritesTheSameBytesWithAndWithoutMasking() {
        JacksonBenchmark benchmark = new JacksonBenchmark(4);
        benchmark.setup();

        assertThat(benchmark.maskwireAnnotated())
                .isEqualTo(benchmark.floorPlainJackson())
                .isEqualTo(benchmark.maskwireWithoutRules())
                .asString()
                .contains("[masked]")
                .doesNotContain("4111");
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
}
