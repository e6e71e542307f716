package io.maskwire.reveal;

import io.maskwire.token.Originals;
import java.util.Optional;

/** One way to turn a masked value back. */
interface Opening {

    /** What was shown as a masked value. */
    String masked();

    /** The name of its key, if the ring has it. */
    Optional<String> kid(Originals originals);

    /** Looks for the original. */
    Opened open(Originals originals);

    /** The same work with a value that can't be right. */
    Opening spoiled();
}
