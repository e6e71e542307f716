package io.maskwire.jackson.v3;

import io.maskwire.jackson.scope.Narrowing;
import io.maskwire.policy.Mode;
import io.maskwire.scan.ClassScan;
import io.maskwire.spi.MaskingEngine;
import io.maskwire.spi.Outlet;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.exc.InvalidDefinitionException;

/** Refuses a type that can't be masked, before any value of it is written; report mode only counts. */
final class Refusals {

    private static final @Nullable JsonGenerator NO_GENERATOR = null;

    private final MaskingEngine engine;
    private final JavaType type;

    Refusals(MaskingEngine engine, JavaType type) {
        this.engine = engine;
        this.type = type;
    }

    void refuseNarrowing(ClassScan from, ClassScan to, JavaType narrowed) {
        if (Narrowing.losesMarks(from, to)) {
            String name = narrowed.getRawClass().getName();
            refuse("it is written as " + name + ", which lacks its marks", "mark the members of " + name);
        }
    }

    void refuse(String reason, String remedy) {
        if (engine.mode() == Mode.REPORT) {
            engine.wouldRefuse(Outlet.JSON);
            return;
        }
        throw InvalidDefinitionException.from(
                NO_GENERATOR, type.getRawClass().getName() + " can't be masked: " + reason + "; " + remedy, type);
    }
}
