package io.maskwire.declaration;

/** A text of a declaration with its place. */
record Named(String name, Place place) {}
