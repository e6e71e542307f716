package io.maskwire.networkpolicy.manifest;

/** A port, by number or by name. */
public sealed interface PortRef {

    /** A number from 1 to 65535. */
    record Numbered(int number) implements PortRef {

        @Override
        public String toString() {
            return Integer.toString(number);
        }
    }

    /** The name of a container's port. */
    record Named(String name) implements PortRef {

        @Override
        public String toString() {
            return name;
        }
    }
}
