package io.maskwire.bench;

import com.sun.management.ThreadMXBean;
import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;

/**
 * What masking adds to writing by Jackson, to within a few hundredths. Two processes that run the same code differ by a
 * fifth, since their compilers decide otherwise; so here one process writes by turns, a few milliseconds plainly and as
 * long with masking, and only neighbours are compared. Prints medians over several processes.
 */
public final class Pairs {

    private static final int PROCESSES = 7;
    private static final int ROUNDS = 200;
    private static final long WARM_UP_NANOS = 4_000_000_000L;
    private static final long TURN_NANOS = 5_000_000L;
    private static final int[] SIZES = {4, 150, 9600};
    private static final List<String> ROWS =
            List.of("plain Jackson", "a serializer by hand", "ours, no marks", "ours, marked");
    private static final String RESULT = "result\t";

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private final List<Callable<byte[]>> writers;
    private long written;

    private Pairs(List<Callable<byte[]>> writers) {
        this.writers = writers;
    }

    /** Measures both Jacksons with all sizes; with two arguments one Jackson and size, in this process. */
    public static void main(String... arguments) throws Exception {
        if (arguments.length == 2) {
            int items = Integer.parseInt(arguments[1]);
            new Pairs(arguments[0].equals("3") ? jackson3(items) : jackson2(items)).measure();
            return;
        }
        System.out.printf(
                Locale.ROOT,
                "Java %s: CPU time divided by plain Jackson's, median of %d processes (lowest to highest);"
                        + " bytes allocated more%n%n",
                Runtime.version(),
                PROCESSES);
        for (String jackson : List.of("3", "2")) {
            for (int items : SIZES) {
                report(jackson, items);
            }
        }
    }

    private static List<Callable<byte[]>> jackson3(int items) {
        JacksonBenchmark rows = new JacksonBenchmark(items);
        rows.setup();
        return List.of(rows::floorPlain, rows::handWritten, rows::maskwireWithoutRules, rows::maskwireAnnotated);
    }

    private static List<Callable<byte[]>> jackson2(int items) {
        Jackson2Benchmark rows = new Jackson2Benchmark(items);
        rows.setup();
        return List.of(rows::floorPlain, rows::handWritten, rows::maskwireWithoutRules, rows::maskwireAnnotated);
    }

    // All processes

    private static void report(String jackson, int items) throws IOException, InterruptedException {
        Map<String, List<double[]>> figures = new LinkedHashMap<>();
        for (int i = 0; i < PROCESSES; i++) {
            for (String line : another(jackson, items)) {
                String[] parts = line.substring(RESULT.length()).split("\t", -1);
                figures.computeIfAbsent(parts[0], isNew -> new ArrayList<>())
                        .add(new double[] {Double.parseDouble(parts[1]), Double.parseDouble(parts[2])});
            }
        }
        figures.forEach((row, of) -> print("Jackson " + jackson + ", " + items + " items, " + row, of));
    }

    private static void print(String what, List<double[]> figures) {
        double[] ratios = figures.stream().mapToDouble(each -> each[0]).sorted().toArray();
        double bytes = figures.stream().mapToDouble(each -> each[1]).min().orElseThrow();
        System.out.printf(
                Locale.ROOT,
                "%-45s %.3f (%.3f to %.3f) %+.0f B%n",
                what,
                ratios[ratios.length / 2],
                ratios[0],
                ratios[ratios.length - 1],
                bytes);
    }

    private static List<String> another(String jackson, int items) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        System.getProperty("java.home") + File.separator + "bin" + File.separator + "java",
                        "-Xmx1g",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Pairs.class.getName(),
                        jackson,
                        Integer.toString(items))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IllegalStateException("The measuring process ended with " + process.exitValue());
        }
        return out.lines().filter(line -> line.startsWith(RESULT)).toList();
    }

    // One process

    private void measure() throws Exception {
        int[] calls = warmUp();
        double[][] ratios = new double[ROWS.size()][ROUNDS];
        double[] bytes = new double[ROWS.size()];
        for (int round = 0; round < ROUNDS; round++) {
            double[] nanos = new double[ROWS.size()];
            for (int turn = 0; turn < ROWS.size(); turn++) {
                // Each goes first as often as the others.
                int row = (turn + round) % ROWS.size();
                long allocated = threads.getCurrentThreadAllocatedBytes();
                long before = threads.getCurrentThreadCpuTime();
                write(row, calls[row]);
                nanos[row] = (double) (threads.getCurrentThreadCpuTime() - before) / calls[row];
                bytes[row] = (double) (threads.getCurrentThreadAllocatedBytes() - allocated) / calls[row];
            }
            for (int row = 0; row < ROWS.size(); row++) {
                ratios[row][round] = nanos[row] / nanos[0];
            }
        }
        for (int row = 0; row < ROWS.size(); row++) {
            Arrays.sort(ratios[row]);
            System.out.println(
                    RESULT + ROWS.get(row) + "\t" + ratios[row][ROUNDS / 2] + "\t" + (bytes[row] - bytes[0]));
        }
        if (written == 0) {
            throw new IllegalStateException("Nothing was written, so nothing was measured");
        }
    }

    /** Returns how many calls of each row make a turn. */
    private int[] warmUp() throws Exception {
        int[] calls = new int[ROWS.size()];
        for (long end = System.nanoTime() + WARM_UP_NANOS; System.nanoTime() < end; ) {
            for (int row = 0; row < calls.length; row++) {
                calls[row] = 0;
                for (long enough = System.nanoTime() + TURN_NANOS; System.nanoTime() < enough; calls[row]++) {
                    write(row, 1);
                }
            }
        }
        return calls;
    }

    private void write(int row, int calls) throws Exception {
        Callable<byte[]> writer = writers.get(row);
        for (int i = 0; i < calls; i++) {
            written += writer.call().length;
        }
    }
}
