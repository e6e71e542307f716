package io.maskwire.cli;

/** How a command ends. */
final class ExitCode {

    static final int FINE = 0;
    static final int FINDINGS = 1;
    static final int REFUSED = 2;

    private ExitCode() {}
}
