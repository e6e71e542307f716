package io.maskwire.cli;

import io.maskwire.networkpolicy.cluster.AddressBlocks;
import picocli.CommandLine.TypeConversionException;

/** The words of {@code --ip-blocks}. */
final class AddressBlockWord {

    private AddressBlockWord() {}

    static AddressBlocks of(String text) {
        return switch (text) {
            case "pods" -> AddressBlocks.PODS_TOO;
            case "outside" -> AddressBlocks.OUTSIDE_ONLY;
            default -> throw new TypeConversionException("write pods or outside");
        };
    }
}
