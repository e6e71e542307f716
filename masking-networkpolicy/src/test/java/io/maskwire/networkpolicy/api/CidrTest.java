package io.maskwire.networkpolicy.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CidrTest {

    @ParameterizedTest
    @CsvSource({
        "203.0.113.25/32, 203.0.113.25/32",
        "0.0.0.0/0, 0.0.0.0/0",
        "::/0, ::/0",
        "0:0::/0, ::/0",
        "2001:DB8::/32, 2001:db8::/32",
        "2001:db8:0:0:1:0:0:1/128, 2001:db8::1:0:0:1/128",
        "2001:0db8:0:1:1:1:1:1/128, 2001:db8:0:1:1:1:1:1/128",
        "1:2:3:4:5:6:7::/112, 1:2:3:4:5:6:7:0/112",
        "1::8/128, 1::8/128",
        "1:2:3:4:5:6:7:8/128, 1:2:3:4:5:6:7:8/128"
    })
    void aBlockIsWrittenInItsOneForm(String given, String expected) {
        assertThat(Cidr.parse(given)).get().hasToString(expected);
        assertThat(Cidr.parse(expected)).isEqualTo(Cidr.parse(given));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "/8",
                "10.0.0.0",
                "10.0.0.0/",
                "10.0.0.0/33",
                "10.0.0.0/-1",
                "10.0.0.0/08",
                "10.0.0.0/+8",
                "10.0.0.1/8",
                "010.0.0.0/8",
                "10.0.0/8",
                "10.0.0.0.0/8",
                "10.0.0.256/32",
                "1e1.0.0.0/8",
                "10.0.0.0/8/8",
                " 10.0.0.0/8",
                "10.0.0.0/8\n",
                "١٠.0.0.0/8",
                "example.com/8",
                "::1/64",
                "::/129",
                ":::/0",
                "1::2::/128",
                "1:2:3:4:5:6:7:8:9/128",
                "1:2:3:4:5:6:7/112",
                "12345::/16",
                "g::/16",
                ":1::/32",
                "1:2:3:4:5:6:7::8/128",
                "::ffff:203.0.113.1/128",
                "::ffff:cb00:7101/128",
                "fe80::1%eth0/128"
            })
    void whatTheServerWouldRefuseIsNoBlock(String text) {
        assertThat(Cidr.parse(text)).isEmpty();
    }

    @Test
    void blocksSortByFamilyAddressAndLength() {
        TreeSet<Cidr> sorted = new TreeSet<>();
        for (String text : List.of("::/0", "200.0.0.0/8", "9.0.0.0/8", "9.0.0.0/16", "2001:db8::/32", "10.0.0.0/8")) {
            sorted.add(Cidr.parse(text).orElseThrow());
        }
        assertThat(sorted).hasToString("[9.0.0.0/8, 9.0.0.0/16, 10.0.0.0/8, 200.0.0.0/8, ::/0, 2001:db8::/32]");
    }

    @Test
    void onlyAWiderBlockLeavesPrivateRangesOut() {
        assertThat(except("0.0.0.0/0")).hasSize(6);
        assertThat(except("8.0.0.0/5")).containsExactly("10.0.0.0/8");
        assertThat(except("10.0.0.0/8")).isEmpty();
        assertThat(except("10.1.0.0/16")).isEmpty();
        assertThat(except("203.0.113.0/24")).isEmpty();
    }

    @Test
    void aHostIsAnAddressOrAName() {
        assertThat(Cidr.isAddress("203.0.113.9")).isTrue();
        assertThat(Cidr.isAddress("2001:db8::1")).isTrue();
        assertThat(Cidr.isAddress("mail.example")).isFalse();
        assertThat(Cidr.single("2001:db8::1")).get().hasToString("2001:db8::1/128");
    }

    private static List<String> except(String block) {
        return Cidr.parse(block).orElseThrow().except().stream()
                .map(Cidr::toString)
                .toList();
    }
}
