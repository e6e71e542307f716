package io.maskwire.jackson;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** The build runs the tests with the Jackson 2 it names. */
@EnabledIfSystemProperty(named = "jackson2.expected", matches = ".+")
class Jackson2VersionTest {

    @Test
    void theNamedVersionRuns() {
        assertThat(com.fasterxml.jackson.databind.cfg.PackageVersion.VERSION)
                .hasToString(System.getProperty("jackson2.expected"));
        assertThat(com.fasterxml.jackson.core.json.PackageVersion.VERSION)
                .hasToString(System.getProperty("jackson2.expected"));
    }
}
