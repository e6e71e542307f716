package io.maskwire.policy;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/** What one audience sees otherwise than the class says. Used while a policy is built; not thread-safe. */
public final class Grant {

    private final Audience audience;
    private final Map<String, Mask> masks = new LinkedHashMap<>();
    private final Set<String> reveals = new TreeSet<>();

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

    /**
     * Lets this audience ask for the originals of masked values of these data classes, one by one, each with a reason that
     * is written down. It is then shown nothing else than before. Values of a class can be revealed by whoever may reveal
     * every class that shares a domain with it.
     *
     * @throws IllegalArgumentException if this audience is neither a role nor a service, or was given the class before
     */
    public Grant reveal(String... dataClasses) {
        if (!RevealRules.canAsk(audience)) {
            throw new IllegalArgumentException(
                    audience + " can't reveal: only a role or a service asks with a name; grant it to one of those");
        }
        for (String dataClass : dataClasses) {
            if (!reveals.add(Objects.requireNonNull(dataClass, "dataClass"))) {
                throw new IllegalArgumentException(
                        audience + " may already reveal the class " + dataClass + "; remove one of the two");
            }
        }
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

    Set<String> reveals() {
        return reveals;
    }
}
