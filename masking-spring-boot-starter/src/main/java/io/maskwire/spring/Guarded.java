package io.maskwire.spring;

/** Marks what already keeps to the policy, so that it is not dealt with twice. */
interface Guarded {}
