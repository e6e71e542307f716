package io.maskwire.jackson;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.MapperBuilder;
import com.fasterxml.jackson.dataformat.cbor.databind.CBORMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.stream.Stream;

/** A format with other bytes and the same model: names, nesting, scalars. */
class Jackson2CborTest extends Jackson2Test {

    private final CBORMapper reader = new CBORMapper();

    @Override
    MapperBuilder<?, ?> builder() {
        return CBORMapper.builder()
                .addModules(new JavaTimeModule(), new Jdk8Module())
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS);
    }

    @Override
    String text(byte[] written) {
        try {
            return reader.readTree(written).toString();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** CBOR has no raw values. */
    @Override
    Stream<Case> cases() {
        return super.cases()
                .filter(each -> !each.name().contains("raw") && !each.name().contains("every way"));
    }

    @Override
    Stream<Case> casesForPaths() {
        return super.casesForPaths().filter(each -> !each.name().contains("raw"));
    }
}
