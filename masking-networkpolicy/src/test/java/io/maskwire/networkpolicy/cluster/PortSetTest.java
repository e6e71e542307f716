package io.maskwire.networkpolicy.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.maskwire.declaration.Protocol;
import java.util.BitSet;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PortSetTest {

    @Test
    void aSetIsToldByProtocolAndRange() {
        PortSet ports = PortSet.of(Protocol.UDP, 53, 53)
                .plus(PortSet.of(Protocol.TCP, 8080, 8090))
                .plus(PortSet.of(Protocol.TCP, 443, 443))
                .plus(PortSet.of(Protocol.TCP, 8091, 8100));
        assertThat(ports).hasToString("443/TCP 8080-8100/TCP 53/UDP");
        assertThat(PortSet.ALL).hasToString("all");
        assertThat(PortSet.NONE).hasToString("none");
        assertThat(PortSet.ALL.minus(PortSet.of(Protocol.TCP, 2, 65_535)))
                .hasToString("1/TCP 1-65535/UDP 1-65535/SCTP");
    }

    /** Against sets that hold every port one by one. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void itCountsAsASetOfPortsDoes(long seed) {
        Random random = new Random(seed);
        PortSet[] sets = {PortSet.NONE, PortSet.NONE};
        BitSet[] bits = {new BitSet(), new BitSet()};
        for (int i = 0; i < 20; i++) {
            int which = random.nextInt(2);
            int first = 1 + random.nextInt(60);
            int last = first + random.nextInt(8);
            sets[which] = sets[which].plus(PortSet.of(Protocol.TCP, first, last));
            bits[which].set(first, last + 1);
        }
        BitSet both = (BitSet) bits[0].clone();
        both.and(bits[1]);
        assertSame(sets[0].and(sets[1]), both);
        BitSet rest = (BitSet) bits[0].clone();
        rest.andNot(bits[1]);
        assertSame(sets[0].minus(sets[1]), rest);
        assertThat(sets[0].minus(sets[0]).isEmpty()).isTrue();
        assertThat(sets[0].plus(sets[1]).minus(sets[1])).isEqualTo(sets[0].minus(sets[1]));
        assertThat(sets[0].plus(PortSet.ALL).isAll()).isTrue();
    }

    private static void assertSame(PortSet set, BitSet bits) {
        for (int port = 1; port < 100; port++) {
            assertThat(set.contains(Protocol.TCP, port)).isEqualTo(bits.get(port));
        }
    }
}
