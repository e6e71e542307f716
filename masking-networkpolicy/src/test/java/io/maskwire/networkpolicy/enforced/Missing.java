package io.maskwire.networkpolicy.enforced;

import java.io.IOException;
import java.util.Optional;

/** What this machine lacks for namespaces with rules of their own. */
final class Missing {

    private static final String INSTALL = " (Debian: apt-get install -y iproute2 nftables python3)";

    private Missing() {}

    /** One line, if something is missing. */
    static Optional<String> here() {
        for (String[] tool : new String[][] {{"ip", "-V"}, {"nft", "-v"}, {"python3", "-V"}}) {
            if (!works("", tool)) {
                return Optional.of("policies are not enforced here: no " + tool[0] + INSTALL);
            }
        }
        return triedInANamespace();
    }

    private static Optional<String> triedInANamespace() {
        String namespace = "mw" + ProcessHandle.current().pid() + "try";
        if (!works("", "ip", "netns", "add", namespace)) {
            return Optional.of("policies are not enforced here: no network namespace may be made"
                    + " (run as root, in a container with CAP_NET_ADMIN and CAP_SYS_ADMIN)");
        }
        try {
            String rules = """
                    table ip tried {
                    chain nat { type nat hook prerouting priority -100; ip daddr 10.96.0.1 tcp dport 1 dnat to 10.244.0.1:2; }
                    chain filter { type filter hook forward priority 0; ct state established accept; }
                    }
                    """;
            return works(rules, "ip", "netns", "exec", namespace, "nft", "-f", "-")
                    ? Optional.empty()
                    : Optional.of("policies are not enforced here: the kernel refuses rules of nft"
                            + " (modprobe nf_tables nf_conntrack nf_nat nft_ct nft_nat)");
        } finally {
            works("", "ip", "netns", "del", namespace);
        }
    }

    private static boolean works(String input, String... command) {
        try {
            Command.run(input, command);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
