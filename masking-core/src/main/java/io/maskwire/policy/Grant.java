package io.maskwire.policy;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** What one audience sees otherwise than the class says. Used while a policy is built; not thread-safe. */
public final class Grant {

    private final Audience audience;
    private final Map<String, Mask> masks = new LinkedHashMap<>();

    Grant(Audience audience) {
        this.audience = audience;
    }

    /** Shows the original of these data classes. */
    public Grant inClear(String... dataClasses) {
        for (String dataClass : dataClasses) {
            put(dataClass, Masks.clear());
        }
        return this;
    }

    /** Shows another mask for a data class. */
    public Grant mask(String dataClass, Mask mask) {
        if (Objects.requireNonNull(mask, "mask") == Masks.clear()) {
            throw new IllegalArgumentException(
                    "Write inClear(\"" + dataClass + "\") to grant " + audience + " the original");
        }
        put(dataClass, BoundMasks.inClass(mask, dataClass));
        return this;
    }

    private void put(String dataClass, Mask mask) {
        Mask before = masks.putIfAbsent(Objects.requireNonNull(dataClass, "dataClass"), mask);
        if (before != null) {
            throw new IllegalArgumentException(
                    audience + " already has " + before + " for the class " + dataClass + "; remove one of the two");
        }
    }

    Map<String, Mask> masks() {
        return masks;
    }
}
