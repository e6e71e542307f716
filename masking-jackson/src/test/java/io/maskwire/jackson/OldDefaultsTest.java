package io.maskwire.jackson;

import tools.jackson.databind.cfg.MapperBuilder;
import tools.jackson.databind.json.JsonMapper;

/** Jackson 3 with the defaults of Jackson 2: other order, dates as numbers, unmarked properties in views. */
class OldDefaultsTest extends Jackson3Test {

    @Override
    MapperBuilder<?, ?> builder() {
        return JsonMapper.builderWithJackson2Defaults();
    }
}
