package io.maskwire.spring;

import io.maskwire.Masking;
import io.maskwire.declaration.Declaration;
import io.maskwire.key.KeyRing;
import io.maskwire.key.KeySource;
import io.maskwire.key.LiveKeyRing;
import io.maskwire.policy.Mode;
import io.maskwire.policy.WriteBack;
import io.maskwire.reveal.AuditSink;
import io.maskwire.spi.EventCounts;
import io.maskwire.spring.MaskingProperties.Undeclared;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.core.io.ResourceLoader;

/** Reads the declaration and the keys, and makes the masking that everything else uses. */
@AutoConfiguration
@EnableConfigurationProperties(MaskingProperties.class)
public final class MaskingAutoConfiguration {

    private static final Log START = LogFactory.getLog("io.maskwire.start");
    private static final Log KEYS = LogFactory.getLog("io.maskwire.keys");
    private static final Duration KEYS_ARE_READ_EVERY = Duration.ofMinutes(1);

    @Bean
    @ConditionalOnMissingBean
    Declaration maskwireDeclaration(MaskingProperties properties, ResourceLoader resources) {
        ClassLoader loader = resources.getClassLoader();
        ClassLoader own = Objects.requireNonNull(MaskingAutoConfiguration.class.getClassLoader());
        return new DeclarationLocation(properties.declaration(), loader == null ? own : loader).read();
    }

    @Bean
    @ConditionalOnMissingBean({KeyRing.class, LiveKeyRing.class})
    @ConditionalOnProperty("masking.keys.directory")
    LiveKeyRing maskwireKeyRing(MaskingProperties properties) {
        Path directory = properties
                .keys()
                .place()
                .orElseThrow(() -> new StartException(
                        "masking.keys.directory is empty", "name the directory with the keys, or remove the property"));
        return LiveKeyRing.follow(KeySource.directory(directory), KEYS_ARE_READ_EVERY, KEYS::warn);
    }

    @Bean
    @ConditionalOnMissingBean
    EventCounts maskwireEventCounts() {
        return new EventCounts();
    }

    @Bean
    Events maskwireEvents(EventCounts counts) {
        return new Events(counts);
    }

    @Bean
    @ConditionalOnMissingBean
    Masking masking(
            MaskingProperties properties,
            Declaration declaration,
            ObjectProvider<KeyRing> ring,
            ObjectProvider<LiveKeyRing> liveRing,
            ObjectProvider<AuditSink> audit,
            Events events) {
        Masking.Builder builder =
                Masking.builder(declaration.policy()).mode(properties.mode()).events(events);
        Optional<Supplier<KeyRing>> keys = keys(ring.getIfAvailable(), liveRing.getIfAvailable());
        keys.ifPresent(builder::keys);
        audit.ifAvailable(builder::audit);
        if (keys.isEmpty() && declaration.policy().needsKeys()) {
            throw new StartException(
                    "The declaration at " + properties.declaration()
                            + " has a keyed mask (hash), and there is no key for it",
                    "set masking.keys.directory to a directory with a key; make one with: mkdir -p keys && openssl"
                            + " rand -base64 32 > keys/k1.key");
        }
        if (declaration.policy().writeBack() == WriteBack.RESOLVE) {
            checkResolving(properties, keys.isPresent(), audit.getIfAvailable() != null);
        }
        warnOfWhatIsNotEnforced(properties);
        return builder.build();
    }

    private static void checkResolving(MaskingProperties properties, boolean hasKeys, boolean hasAudit) {
        if (!hasKeys) {
            throw new StartException(
                    "The declaration at " + properties.declaration()
                            + " says write-back: resolve, and there is no key to turn tokens back with",
                    "set masking.keys.directory to the directory with the keys, or say refuse or drop");
        }
        if (!hasAudit) {
            throw new StartException(
                    "The declaration at " + properties.declaration()
                            + " says write-back: resolve, and there is nowhere to record who had originals",
                    "declare a bean of type io.maskwire.reveal.AuditSink, such as"
                            + " AuditSink.file(Path.of(\"reveals.jsonl\")), or say refuse or drop");
        }
    }

    private static void warnOfWhatIsNotEnforced(MaskingProperties properties) {
        if (properties.mode() == Mode.REPORT) {
            START.warn("Maskwire only reports (masking.mode=report): nothing is masked and nothing is refused");
        } else if (properties.outbound().undeclared() == Undeclared.REPORT) {
            START.warn("Classified values go in clear to hosts nobody declared and are only counted"
                    + " (masking.outbound.undeclared=report)");
        }
    }

    private static Optional<Supplier<KeyRing>> keys(@Nullable KeyRing ring, @Nullable LiveKeyRing liveRing) {
        return ring == null ? Optional.ofNullable(liveRing) : Optional.of(() -> ring);
    }
}
