package io.maskwire.networkpolicy.enforced;

import io.maskwire.declaration.Protocol;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A network namespace for each host and one for a router between them, where the rules are. Every link begins and ends in
 * these namespaces; nothing of the machine's own network is touched, and closing removes them all.
 */
final class Network implements AutoCloseable {

    /** The router, as every host sees it. */
    private static final String GATEWAY = "169.254.1.1";

    private final String prefix = "mw" + ProcessHandle.current().pid();
    private final String router = prefix + "r";
    private final List<String> namespaces = new ArrayList<>();
    private final Map<String, Agent> agents = new TreeMap<>();
    private final Thread atExit = new Thread(this::remove);

    private Network() {
        Runtime.getRuntime().addShutdownHook(atExit);
    }

    /** Hosts that listen on all of the ports, and a router without any rule. */
    static Network of(Collection<Host> hosts, Map<Protocol, List<Integer>> ports) throws IOException {
        Network network = new Network();
        try {
            network.build(hosts, ports);
            return network;
        } catch (IOException | RuntimeException e) {
            network.close();
            throw e;
        }
    }

    private void build(Collection<Host> hosts, Map<Protocol, List<Integer>> ports) throws IOException {
        add(router);
        Command.run("", "ip", "netns", "exec", router, "sh", "-c", "echo 1 > /proc/sys/net/ipv4/ip_forward");
        for (Host host : hosts) {
            String own = prefix + "h" + agents.size();
            add(own);
            link(own, "v" + agents.size(), host.address());
            agents.put(host.name(), Agent.start(own, host.name(), ports));
        }
        for (Agent agent : agents.values()) {
            agent.awaitReady();
        }
    }

    private void add(String namespace) throws IOException {
        Command.run("", "ip", "netns", "add", namespace);
        namespaces.add(namespace);
    }

    private void link(String namespace, String end, String address) throws IOException {
        batch(
                router,
                "link add %s type veth peer name eth0 netns %s".formatted(end, namespace),
                "addr add %s/32 dev %s".formatted(GATEWAY, end),
                "link set %s up".formatted(end),
                "route add %s/32 dev %s".formatted(address, end));
        batch(
                namespace,
                "link set lo up",
                "addr add %s/32 dev eth0".formatted(address),
                "link set eth0 up",
                "route add %s dev eth0".formatted(GATEWAY),
                "route add default via %s".formatted(GATEWAY));
    }

    private static void batch(String namespace, String... lines) throws IOException {
        Command.run(String.join("\n", lines) + "\n", "ip", "-n", namespace, "-batch", "-");
    }

    /** Gives the router these rules and no others. */
    void enforce(String ruleset) throws IOException {
        Command.run("flush ruleset\n" + ruleset, "ip", "netns", "exec", router, "nft", "-f", "-");
    }

    /** Tries all at once; tells what each one met, in the given order. */
    Map<Attempt, String> outcomes(Collection<Attempt> attempts) throws IOException {
        Map<String, List<Attempt>> byHost =
                attempts.stream().collect(Collectors.groupingBy(Attempt::from, TreeMap::new, Collectors.toList()));
        for (Map.Entry<String, List<Attempt>> one : byHost.entrySet()) {
            agents.get(one.getKey()).ask(one.getValue());
        }
        Map<Attempt, String> outcomes = new LinkedHashMap<>();
        attempts.forEach(attempt -> outcomes.put(attempt, ""));
        for (Map.Entry<String, List<Attempt>> one : byHost.entrySet()) {
            for (Attempt attempt : one.getValue()) {
                outcomes.put(attempt, agents.get(one.getKey()).answer());
            }
        }
        return outcomes;
    }

    @Override
    public void close() {
        remove();
        Runtime.getRuntime().removeShutdownHook(atExit);
    }

    private synchronized void remove() {
        agents.values().forEach(Agent::close);
        agents.clear();
        List<String> left = new ArrayList<>();
        for (String namespace : namespaces) {
            try {
                Command.run("", "ip", "netns", "del", namespace);
            } catch (IOException e) {
                left.add(e.getMessage());
            }
        }
        namespaces.clear();
        if (!left.isEmpty()) {
            throw new AssertionError("could not remove " + left);
        }
    }
}
