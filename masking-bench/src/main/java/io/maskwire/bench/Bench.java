package io.maskwire.bench;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * Runs benchmarks and prints a table: CPU time and bytes per operation, and the ratio to the group's floor, which is the
 * benchmark whose name begins with {@code floor}.
 */
public final class Bench {

    private Bench() {}

    /** Runs all benchmarks whose name matches one of the patterns, or all. */
    public static void main(String... patterns) throws RunnerException {
        OptionsBuilder options = new OptionsBuilder();
        for (String pattern : patterns) {
            options.include(pattern);
        }
        options.addProfiler(CpuTime.class)
                .addProfiler(GCProfiler.class)
                .forks(1)
                .warmupIterations(3)
                .warmupTime(TimeValue.seconds(1))
                .measurementIterations(5)
                .measurementTime(TimeValue.seconds(1));
        System.out.println(table(new Runner(options.build()).run()));
    }

    private static String table(Collection<RunResult> results) {
        Map<String, List<RunResult>> groups = results.stream()
                .collect(Collectors.groupingBy(result -> group(result), TreeMap::new, Collectors.toList()));
        StringBuilder table = new StringBuilder("\nJava " + Runtime.version() + "\n\n");
        table.append("| group | what | CPU ns/op | of the floor | B/op |\n| --- | --- | --: | --: | --: |\n");
        groups.forEach((group, members) -> {
            double floor = members.stream()
                    .filter(member -> name(member).startsWith("floor"))
                    .mapToDouble(Bench::cpu)
                    .min()
                    .orElse(Double.NaN);
            members.stream()
                    .sorted(Comparator.comparingDouble(Bench::cpu))
                    .forEach(member -> table.append(row(group, member, floor)));
        });
        return table.toString();
    }

    private static String row(String group, RunResult result, double floor) {
        return String.format(
                Locale.ROOT,
                "| %s | %s | %.1f | %.2f | %.0f |%n",
                group,
                name(result),
                cpu(result),
                cpu(result) / floor,
                secondary(result, "gc.alloc.rate.norm"));
    }

    private static String group(RunResult result) {
        String benchmark = result.getParams().getBenchmark();
        String simple = benchmark.substring(0, benchmark.lastIndexOf('.'));
        String parameters = result.getParams().getParamsKeys().stream()
                .sorted()
                .map(key -> " " + result.getParams().getParam(key))
                .collect(Collectors.joining());
        return simple.substring(simple.lastIndexOf('.') + 1).replace("Benchmark", "") + parameters;
    }

    private static String name(RunResult result) {
        String benchmark = result.getParams().getBenchmark();
        return benchmark.substring(benchmark.lastIndexOf('.') + 1);
    }

    private static double cpu(RunResult result) {
        return secondary(result, CpuTime.LABEL);
    }

    @SuppressWarnings("rawtypes") // as the harness gives them
    private static double secondary(RunResult run, String label) {
        return run.getSecondaryResults().entrySet().stream()
                .filter(entry -> entry.getKey().endsWith(label))
                .map(Map.Entry::getValue)
                .mapToDouble(result -> result.getScore())
                .findFirst()
                .orElse(Double.NaN);
    }
}
