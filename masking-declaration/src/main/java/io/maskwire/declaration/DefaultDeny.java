package io.maskwire.declaration;

/** When a namespace gets the policy that denies whatever no other policy opens. */
public enum DefaultDeny {
    NOW,
    /** As soon as every workload that the fleet lists for it is declared. */
    WHEN_COMPLETE,
    OFF
}
