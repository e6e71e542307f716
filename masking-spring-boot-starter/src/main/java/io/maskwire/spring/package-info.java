/** Maskwire in a Spring Boot application: answers and requests masked as {@code maskwire.yml} says. */
@NullMarked
package io.maskwire.spring;

import org.jspecify.annotations.NullMarked;
