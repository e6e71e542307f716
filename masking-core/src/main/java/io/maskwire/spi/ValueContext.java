package io.maskwire.spi;

import io.maskwire.policy.Audience;
import io.maskwire.policy.MaskContext;
import io.maskwire.policy.MaskKeys;
import io.maskwire.policy.Subject;
import io.maskwire.policy.ValueKind;
import java.util.Optional;

/** What a mask may know of the place of a value whose classes have a name, {@code -} without one. */
record ValueContext(String name, Optional<Subject> subject, Audience audience, ValueKind kind, MaskKeys keys)
        implements MaskContext {

    @Override
    public Optional<String> dataClass() {
        return name.equals("-") ? Optional.empty() : Optional.of(name);
    }
}
