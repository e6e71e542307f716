package io.maskwire.policy;

import java.util.Optional;

/** What a mask may know about the place of a value. It holds no value. */
public interface MaskContext {

    /** The data class the mask stands for; empty for a mask put on a field without a class. */
    Optional<String> dataClass();

    /** Whom the value is about, if whoever writes the document said so. */
    Optional<Subject> subject();

    /** Who receives. */
    Audience audience();

    /** What the value was in JSON. */
    ValueKind kind();

    /** The keyed functions, bound to one tenant and one snapshot of the key ring. */
    MaskKeys keys();
}
