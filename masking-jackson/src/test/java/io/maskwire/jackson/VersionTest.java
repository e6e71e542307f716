package io.maskwire.jackson;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** The build runs the tests with the Jackson 3 it names. */
@EnabledIfSystemProperty(named = "jackson3.expected", matches = ".+")
class VersionTest {

    @Test
    void theNamedVersionRuns() {
        assertThat(tools.jackson.databind.cfg.PackageVersion.VERSION)
                .hasToString(System.getProperty("jackson3.expected"));
        assertThat(tools.jackson.core.json.PackageVersion.VERSION).hasToString(System.getProperty("jackson3.expected"));
    }
}
