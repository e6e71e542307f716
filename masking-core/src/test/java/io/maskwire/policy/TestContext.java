package io.maskwire.policy;

import java.util.Optional;

/** A context without keys. */
record TestContext(Optional<String> dataClass, Audience audience, ValueKind kind) implements MaskContext {

    static final TestContext STRING = new TestContext(Optional.of("x"), Audience.anonymous(), ValueKind.STRING);

    @Override
    public Optional<Subject> subject() {
        return Optional.empty();
    }

    @Override
    public MaskKeys keys() {
        throw new IllegalStateException("no keys in this test");
    }
}
