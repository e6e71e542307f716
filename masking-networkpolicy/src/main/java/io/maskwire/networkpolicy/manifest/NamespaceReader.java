package io.maskwire.networkpolicy.manifest;

import java.util.Optional;

/** Reads a Namespace. */
final class NamespaceReader {

    private final Reading reading;

    NamespaceReader(Reading reading) {
        this.reading = reading;
    }

    Optional<ReadNamespace> read(Node object) {
        return Fields.of(object, Field.ROOT, reading)
                .flatMap(new MetadataReader(reading)::clusterWide)
                .map(metadata -> new ReadNamespace(metadata.name().name(), metadata.labels(), metadata.place()));
    }
}
