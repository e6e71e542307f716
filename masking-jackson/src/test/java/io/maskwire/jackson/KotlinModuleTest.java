package io.maskwire.jackson;

import java.util.stream.Stream;
import tools.jackson.databind.cfg.MapperBuilder;
import tools.jackson.module.kotlin.KotlinModule;

/** Classes of Kotlin by their own module. */
class KotlinModuleTest extends Jackson3Test {

    @Override
    MapperBuilder<?, ?> builder() {
        return super.builder().addModule(new KotlinModule.Builder().build());
    }

    @Override
    Stream<Case> cases() {
        return KotlinCases.casesForItsModule();
    }

    @Override
    Stream<Case> casesForPaths() {
        return KotlinCases.casesForPaths();
    }
}
