package io.maskwire.declaration;

import java.util.ArrayList;
import java.util.List;

/** Reads lists of networks. */
final class CidrReader {

    private final Problems problems;

    CidrReader(Problems problems) {
        this.problems = problems;
    }

    /** The networks under a key, sorted; one that is none is reported. */
    List<String> read(Section section, String key) {
        List<String> cidrs = new ArrayList<>();
        for (Named cidr : section.names(key)) {
            IpAddress.cidrProblem(cidr.name())
                    .ifPresent(problem -> problems.add(
                            cidr.place(),
                            "an address in " + section.path(key) + " " + problem,
                            "write the network's first address and prefix, such as 203.0.113.0/24"));
            cidrs.add(cidr.name());
        }
        return cidrs.stream().sorted().toList();
    }
}
