package io.maskwire.policy;

/**
 * The built-in class for what proves a card's holder: the code on the card, PIN, track. Nobody may keep it once a payment
 * is authorised (PCI DSS 4.0.1, requirement 3.3), so nobody sees more of it than that it was there.
 */
final class AuthenticationData {

    static final String CLASS = "sad";

    private static final String BECAUSE = ": the class " + CLASS
            + " is sensitive authentication data, such as CVV, PIN and track, which is only erased"
            + " (PCI DSS 4.0.1, requirement 3.3)";

    private AuthenticationData() {}

    static boolean is(String dataClass) {
        return dataClass.equals(CLASS);
    }

    /** Refuses any mask for the class but the one. */
    static Mask checked(String dataClass, Mask mask) {
        if (is(dataClass) && mask != Masks.erase()) {
            throw new IllegalArgumentException(mask + " can't be used" + BECAUSE + "; remove the mask");
        }
        return mask;
    }

    /** Refuses to show the class to an audience otherwise than to everybody. */
    static void checkGrant(Audience.Member member, String dataClass, Mask mask) {
        if (is(dataClass) && mask != Masks.erase()) {
            throw new IllegalArgumentException(
                    member + " can't be granted " + mask + BECAUSE + "; remove it from the grant");
        }
    }

    /** Refuses to let an audience have it back. */
    static void checkReveal(Audience.Member member, String dataClass) {
        if (is(dataClass)) {
            throw new IllegalArgumentException(member + " can't be granted reveal" + BECAUSE + "; remove it there");
        }
    }
}
