package io.maskwire.spring;

import io.maskwire.policy.Mode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What differs per installation; who sees what stands in the declaration, where no property can weaken it.
 *
 * @param declaration Where maskwire.yml is: a class path resource or a file.
 * @param mode Whether values are masked (enforce), or only counted as what would be masked or refused (report).
 * @param keys The keys of masks that need one.
 * @param outbound What happens to requests this service makes.
 * @param urls Addresses of an edge of the declaration by the edge's name, as https://HOST:PORT; they replace its
 *     Kubernetes names.
 */
@ConfigurationProperties("masking")
record MaskingProperties(
        @DefaultValue("classpath:maskwire.yml") String declaration,
        @DefaultValue("enforce") Mode mode,
        @DefaultValue Keys keys,
        @DefaultValue Outbound outbound,
        @DefaultValue Map<String, List<String>> urls) {

    /** What happens when a classified value would go to a host that no edge declares. */
    enum Undeclared {
        /** The request is not sent. */
        REFUSE,
        /** The value is erased. */
        MASK,
        /** The value is sent and counted. */
        REPORT
    }

    /**
     * The keys of masks that need one.
     *
     * @param directory Directory with one KID.key file for each key, such as a mounted Secret.
     */
    record Keys(@Nullable Path directory) {

        Optional<Path> place() {
            return Optional.ofNullable(directory);
        }
    }

    /**
     * What happens to requests this service makes.
     *
     * @param undeclared What happens when a classified value would go to a host that no edge of the declaration names:
     *     refuse, mask or report.
     */
    record Outbound(@DefaultValue("refuse") Undeclared undeclared) {}
}
