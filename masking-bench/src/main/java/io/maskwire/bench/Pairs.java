package io.maskwire.bench;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What masking costs beside another way to do it, to within a few hundredths. Two processes that run the same code differ
 * by a fifth, since their compilers decide otherwise; so each process here takes {@link Turns}, and medians over several
 * processes are printed.
 */
public final class Pairs {

    private static final int PROCESSES = 7;
    private static final String RESULT = "result\t";

    private Pairs() {}

    /**
     * Measures one {@link Comparison} or all; with more arguments one of its cases, in this process.
     *
     * @param arguments {@code jackson} or {@code json}, or nothing; the parameters of a case
     */
    public static void main(String... arguments) throws Exception {
        if (arguments.length > 1) {
            measure(Comparison.of(arguments[0]), List.of(arguments).subList(1, arguments.length));
            return;
        }
        for (Comparison comparison :
                arguments.length == 0 ? Comparison.values() : new Comparison[] {Comparison.of(arguments[0])}) {
            System.out.printf(
                    Locale.ROOT,
                    "%nJava %s: CPU time divided by %s, median of %d processes (lowest to highest); bytes allocated"
                            + " more; time of a call%n%n",
                    Runtime.version(),
                    comparison.divisor(),
                    PROCESSES);
            for (List<String> parameters : comparison.cases()) {
                report(comparison, parameters);
            }
        }
    }

    private static void measure(Comparison comparison, List<String> parameters) throws Exception {
        List<Turns.Figures> all = new Turns(comparison.ways(parameters)).measure();
        for (Turns.Figures each : all) {
            double more = each.bytes() - all.get(0).bytes();
            System.out.println(RESULT + each.name() + "\t" + each.ratio() + "\t" + more + "\t" + each.nanos());
        }
    }

    private static void report(Comparison comparison, List<String> parameters)
            throws IOException, InterruptedException {
        Map<String, List<double[]>> figures = new LinkedHashMap<>();
        for (int i = 0; i < PROCESSES; i++) {
            for (String line : another(comparison, parameters)) {
                String[] parts = line.substring(RESULT.length()).split("\t", -1);
                double[] numbers = Arrays.stream(parts)
                        .skip(1)
                        .mapToDouble(Double::parseDouble)
                        .toArray();
                figures.computeIfAbsent(parts[0], isNew -> new ArrayList<>()).add(numbers);
            }
        }
        figures.forEach((way, of) -> print(String.join(" ", parameters) + ": " + way, of));
    }

    private static void print(String what, List<double[]> figures) {
        double[] ratios = sorted(figures, 0);
        System.out.printf(
                Locale.ROOT,
                "%-45s %.3f (%.3f to %.3f) %+.0f B %.2f us%n",
                what,
                ratios[ratios.length / 2],
                ratios[0],
                ratios[ratios.length - 1],
                sorted(figures, 1)[0],
                sorted(figures, 2)[ratios.length / 2] / 1000);
    }

    private static double[] sorted(List<double[]> figures, int column) {
        return figures.stream().mapToDouble(each -> each[column]).sorted().toArray();
    }

    private static List<String> another(Comparison comparison, List<String> parameters)
            throws IOException, InterruptedException {
        List<String> command = Stream.concat(
                        Stream.of(
                                System.getProperty("java.home") + File.separator + "bin" + File.separator + "java",
                                "-Xmx1g",
                                "-cp",
                                System.getProperty("java.class.path"),
                                Pairs.class.getName(),
                                comparison.argument()),
                        parameters.stream())
                .toList();
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IllegalStateException("The measuring process ended with " + process.exitValue());
        }
        return out.lines().filter(line -> line.startsWith(RESULT)).toList();
    }
}
