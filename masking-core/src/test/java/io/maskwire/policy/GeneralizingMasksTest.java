package io.maskwire.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.maskwire.policy.TruncateDateMask.Part;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GeneralizingMasksTest {

    @ParameterizedTest
    @CsvSource({
        "24, 48, 203.0.113.77, 203.0.113.0",
        "16, 48, 203.1.113.77, 203.1.0.0",
        "12, 48, 203.31.113.77, 203.16.0.0",
        "1, 48, 203.31.113.77, 128.0.0.0",
        "24, 48, 2001:db8:77:1::6, 2001:db8:77::",
        "24, 32, 2001:db8:77:1::6, 2001:db8::",
        "24, 20, 2001:fff8:77:1::6, 2001:f000::",
        "16, 48, ::ffff:203.1.113.77, 203.1.0.0",
        "24, 48, fe80::1%eth0, fe80:0:0::",
        "24, 48, ' 203.0.113.77 ', 203.0.113.0",
        "24, 48, 203.0.113.777, [masked]",
        "24, 48, example.com, [masked]",
        "24, 48, '', [masked]",
    })
    void anAddressKeepsItsFirstBits(int v4, int v6, String original, String expected) {
        assertThat(mask(Masks.truncateIp().v4Bits(v4).v6Bits(v6), original)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "YEAR, 1984-02-29, 1984",
        "MONTH, 1984-02-29, 1984-02",
        "MONTH, ' 1984-12-01T10:00:00+01:00', 1984-12",
        "MONTH, 1985-02-29, [masked]",
        "MONTH, 29.02.1984, [masked]",
        "YEAR, 1984, [masked]",
        "YEAR, '', [masked]",
    })
    void aDateKeepsItsFirstPart(Part part, String original, String expected) {
        assertThat(mask(Masks.truncateDate().to(part), original)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "10 | 34 | [30,40)",
                "10 | 30 | [30,40)",
                "10 | 39.99 | [30,40)",
                "10 | 0 | [0,10)",
                "10 | -1 | [-10,0)",
                "10 | -10 | [-10,0)",
                "10 | -10.5 | [-20,-10)",
                "1000 | 1.5e4 | [15000,16000)",
                "10 | 1e30 | [1000000000000000000000000000000,1000000000000000000000000000010)",
                "2 | 3 | [2,4)",
                "10 | 1e39 | [1000000000000000000000000000000000000000,1000000000000000000000000000000000000010)",
                "10 | 1e40 | [masked]",
                "10 | 0000000000000000000000000000000000000034 | [30,40)",
                "10 | 00000000000000000000000000000000000000034 | [masked]",
                "10 | 1e999999999 | [masked]",
                "10 | 1e-999999999 | [masked]",
                "10 | 12345678901234567890123456789012345678901 | [masked]",
                "10 | '' | [masked]",
                "10 | ' 34' | [masked]",
                "10 | ３４ | [masked]",
                "10 | NaN | [masked]",
                "10 | 0x10 | [masked]",
                "10 | --1 | [masked]",
            })
    void aNumberBecomesItsRange(long size, String original, String expected) {
        assertThat(mask(Masks.bucket(size), original)).isEqualTo(expected);
    }

    @Test
    void aConstantIsTheSameForAll() {
        assertThat(mask(Masks.constant("n/a"), "Zoë")).isEqualTo("n/a");
        assertThat(Masks.constant("n/a")).isEqualTo(Masks.constant("n/a")).isNotEqualTo(Masks.constant(""));
    }

    @Test
    void printsAsTheCodeThatMadeIt() {
        assertThat(Masks.truncateIp()).hasToString("truncateIp()");
        assertThat(Masks.truncateIp().v4Bits(16).v6Bits(32)).hasToString("truncateIp().v4Bits(16).v6Bits(32)");
        assertThat(Masks.truncateDate()).hasToString("truncateDate()");
        assertThat(Masks.truncateDate().to(Part.MONTH)).hasToString("truncateDate().to(MONTH)");
        assertThat(Masks.bucket(10)).hasToString("bucket(10)");
        assertThat(Masks.constant("n/a")).hasToString("constant(\"n/a\")");
    }

    @Test
    void equalOptionsMakeEqualMasks() {
        assertThat(Masks.truncateIp().v4Bits(16))
                .isEqualTo(Masks.truncateIp().v4Bits(16))
                .hasSameHashCodeAs(Masks.truncateIp().v4Bits(16))
                .isNotEqualTo(Masks.truncateIp());
        assertThat(Masks.truncateDate().to(Part.MONTH))
                .isEqualTo(Masks.truncateDate().to(Part.MONTH))
                .hasSameHashCodeAs(Masks.truncateDate().to(Part.MONTH))
                .isNotEqualTo(Masks.truncateDate());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 25, 32})
    void moreOfAnAddressThanItsNetworkIsRefused(int bits) {
        assertThatThrownBy(() -> Masks.truncateIp().v4Bits(bits)).hasMessageContaining("v4Bits needs 1 to 24 bits");
        assertThatThrownBy(() -> Masks.truncateIp().v6Bits(bits + 24 * Integer.signum(bits)))
                .hasMessageContaining("v6Bits needs 1 to 48 bits");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 0, -10})
    void aBucketThatHoldsOneNumberIsRefused(long size) {
        assertThatThrownBy(() -> Masks.bucket(size)).hasMessageContaining("a size of 2 or more");
    }

    private static String mask(Mask mask, String original) {
        return mask.mask(original, TestContext.STRING);
    }
}
