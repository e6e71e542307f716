package io.maskwire.token;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SelfTestTest {

    @Test
    void thisRuntimePasses() {
        assertThatCode(SelfTest::pass).doesNotThrowAnyException();
    }

    @Test
    void aWrongAnswerStopsAndNamesTheAlgorithm() {
        SelfTest.check("FF1", "0102", new byte[] {1, 2});

        assertThatThrownBy(() -> SelfTest.check("FF1", "0102", new byte[] {1, 3}))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("computes FF1 otherwise than its standard");
    }
}
