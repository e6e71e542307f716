package io.maskwire.declaration;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IpAddressTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "203.0.113.25/32",
                "203.0.113.0/24",
                "10.0.0.0/8",
                "0.0.0.0/0",
                "128.0.0.0/1",
                "::/0",
                "2001:db8::/32",
                "2001:db8::1/128",
                "fe80::/10",
                "2001:db8:0:1::/64",
                "1:0:0:2::/64",
                "1:2:3:4:5:6:7:8/128",
                "2001:db8:0:1:1:1:1:1/128",
                "::1/128",
                "1::/16",
                "0:1::/32"
            })
    void takesCanonicalCidrs(String cidr) {
        assertThat(IpAddress.cidrProblem(cidr)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "/24",
                "203.0.113.0",
                "203.0.113.0/",
                "203.0.113.0/024",
                "203.0.113.0/-1",
                "203.0.113.0/+1",
                "203.0.113.0/ 24",
                "203.0.113.0/24/24",
                "203.0.113.00/24",
                "203.0.113/24",
                "203.0.113.0.0/24",
                "256.0.0.0/8",
                "300.0.113.0/24",
                "0x7f.0.0.0/8",
                "203.0.113.0/33",
                "203.0.113.25/24",
                "2001:DB8::/32",
                "2001:0db8::/32",
                "2001:db8:0:0::/32",
                "2001:db8::/129",
                "2001:db8::1/64",
                "::ffff:203.0.113.0/120",
                "::ffff:cb00:7100/120",
                "1::2::3/128",
                ":/0",
                "fe80::%eth0/64",
                "[::1]/128",
                "localhost/8",
                "cafe/16",
                "2001:db8::0:1/128",
                "1:0:0:2:0:0:0:0/64",
                "٢.0.0.0/8"
            })
    void refusesWhatTheApiServerWouldReadInAnotherWayOrNotAtAll(String cidr) {
        assertThat(IpAddress.cidrProblem(cidr)).isPresent();
    }
}
