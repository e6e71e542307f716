package io.maskwire.jackson;

import com.fasterxml.jackson.databind.Module;
import com.fasterxml.jackson.databind.cfg.MapperBuilder;
import com.fasterxml.jackson.module.afterburner.AfterburnerModule;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Generated accessors, from a module that came later. */
class Jackson2AfterburnerAfterTest extends Jackson2Test {

    // It tells with a stack trace of each class that isn't public that it leaves it to Jackson.
    private static final Logger AFTERBURNER = Logger.getLogger("com.fasterxml.jackson.module.afterburner");

    static {
        AFTERBURNER.setLevel(Level.OFF);
    }

    @Override
    void addModules(MapperBuilder<?, ?> builder, Module... masking) {
        builder.addModules(masking).addModule(new AfterburnerModule());
    }
}
