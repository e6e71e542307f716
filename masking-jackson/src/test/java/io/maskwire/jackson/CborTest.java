package io.maskwire.jackson;

import tools.jackson.databind.cfg.MapperBuilder;
import tools.jackson.dataformat.cbor.CBORMapper;

class CborTest extends FormatContract {

    @Override
    MapperBuilder<?, ?> builder() {
        return CBORMapper.builder();
    }
}
