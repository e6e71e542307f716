package io.maskwire.spi;

import io.maskwire.policy.Mask;
import io.maskwire.policy.MaskContext;
import io.maskwire.policy.UnmaskableException;
import io.maskwire.policy.UnmaskableException.Reason;
import org.jspecify.annotations.Nullable;

/** A mask applied to a value, whatever the mask does and the value holds. */
final class AppliedMask {

    private AppliedMask() {}

    /**
     * The masked form.
     *
     * @throws UnmaskableException if the mask can't take the value, or fails; quotes nothing
     */
    static String of(Mask mask, String original, MaskContext context) {
        // Half a pair has no bytes, so that bytes never bring it to a mask: nor may any other way.
        String masked = isWellFormed(original) ? masked(mask, original, context) : null;
        if (masked == null) {
            throw new UnmaskableException(Reason.OTHER_KIND);
        }
        return masked;
    }

    private static @Nullable String masked(Mask mask, String original, MaskContext context) {
        try {
            return mask.mask(original, context);
        } catch (UnmaskableException known) {
            throw known;
        } catch (Throwable failed) {
            if (failed instanceof VirtualMachineError error && !(failed instanceof StackOverflowError)) {
                throw error;
            }
            // Not passed on: a mask's own message may quote the value. Not all languages ask for checked ones to be
            // declared.
            return null;
        }
    }

    private static boolean isWellFormed(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isSurrogate(c)) {
                if (i + 1 == text.length() || !Character.isSurrogatePair(c, text.charAt(i + 1))) {
                    return false;
                }
                i++;
            }
        }
        return true;
    }
}
