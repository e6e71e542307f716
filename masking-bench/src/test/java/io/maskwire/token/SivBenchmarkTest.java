package io.maskwire.token;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SivBenchmarkTest {

    @ParameterizedTest
    @ValueSource(ints = {16, 32})
    void bothDoTheSame(int size) throws Exception {
        SivBenchmark ours = new SivBenchmark();
        SivBenchmark theirs = new SivBenchmark();
        ours.size = size;
        theirs.size = size;
        ours.setup();
        theirs.setup();

        assertThat(ours.maskwireEncrypt()).isEqualTo(theirs.tinkEncrypt());
        assertThat(ours.maskwireDecrypt()).isEqualTo(theirs.tinkDecrypt());
        assertThat(ours.floorAesBlocks()).hasSize(16);
    }
}
