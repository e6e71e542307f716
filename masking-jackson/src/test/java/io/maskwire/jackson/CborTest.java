package io.maskwire.jackson;

import java.util.stream.Stream;
import tools.jackson.databind.cfg.MapperBuilder;
import tools.jackson.dataformat.cbor.CBORMapper;

/** A format with other bytes and the same model: names, nesting, scalars. */
class CborTest extends Jackson3Test {

    private final CBORMapper reader = new CBORMapper();

    @Override
    MapperBuilder<?, ?> builder() {
        return CBORMapper.builder();
    }

    @Override
    String text(byte[] written) {
        return reader.readTree(written).toString();
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
