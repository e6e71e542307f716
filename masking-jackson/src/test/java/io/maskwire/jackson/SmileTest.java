package io.maskwire.jackson;

import tools.jackson.databind.cfg.MapperBuilder;
import tools.jackson.dataformat.smile.SmileMapper;

class SmileTest extends FormatContract {

    @Override
    MapperBuilder<?, ?> builder() {
        return SmileMapper.builder();
    }
}
