package io.maskwire.declaration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestTest {

    private static final List<String> KNOWN = List.of("keep-first", "keep-last", "separators", "to", "port");

    @ParameterizedTest
    @CsvSource({
        "keep-lsat, keep-last",
        "keepLast, keep-last",
        "keep_last, keep-last",
        "KEEP-FIRST, keep-first",
        "seperator, separators",
        "ot, to",
        "prot, port",
        "t, to",
    })
    void findsWhatWasMeant(String written, String meant) {
        assertThat(Nearest.of(written, KNOWN)).contains(meant);
    }

    @ParameterizedTest
    @CsvSource({"owner", "xyz", "keep", "''"})
    void doesNotGuessWildly(String written) {
        assertThat(Nearest.of(written, KNOWN)).isEmpty();
    }

    @Test
    void takesTheFirstOfTwoThatAreEquallyNear() {
        assertThat(Nearest.of("pam", List.of("pan", "pad"))).contains("pan");
    }

    @Test
    void isNotBusyWithLongLists() {
        List<String> many = IntStream.range(0, 1001).mapToObj(i -> "name-" + i).toList();
        assertThat(Nearest.of("nam-1", many.subList(0, 1000))).contains("name-1");
        assertThat(Nearest.of("nam-1", many)).isEmpty();
    }

    @Test
    void isNotBusyWithLongNames() {
        assertThat(Nearest.of("a".repeat(100_000), List.of("a".repeat(100_000))))
                .isEmpty();
    }
}
