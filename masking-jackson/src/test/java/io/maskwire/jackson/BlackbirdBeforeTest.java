package io.maskwire.jackson;

import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.cfg.MapperBuilder;
import tools.jackson.module.blackbird.BlackbirdModule;

/** Generated accessors, from a module that came first. */
class BlackbirdBeforeTest extends Jackson3Test {

    @Override
    void addModules(MapperBuilder<?, ?> builder, JacksonModule... masking) {
        builder.addModule(new BlackbirdModule()).addModules(masking);
    }
}
