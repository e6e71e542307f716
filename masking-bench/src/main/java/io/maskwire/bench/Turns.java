package io.maskwire.bench;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;

/**
 * Does the same work in several ways by turns, some milliseconds each, in one process, and compares neighbours only: what
 * the machine, the collector and the compiler do to one of them at some time they do to the others too. For one thread.
 */
final class Turns {

    /** A way to do the work; what it returns shows that it was done. */
    record Way(String name, Callable<?> work) {}

    /** What a way took: CPU time divided by the first way's, CPU time of a call, and bytes allocated by a call. */
    record Figures(String name, double ratio, double nanos, double bytes) {}

    private static final int ROUNDS = 200;
    private static final long WARM_UP_NANOS = 4_000_000_000L;
    private static final long TURN_NANOS = 5_000_000L;

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private final List<Way> ways;
    private final double[][] nanos;
    private final double[] bytes;
    private int done;

    Turns(List<Way> ways) {
        this.ways = ways;
        this.nanos = new double[ways.size()][ROUNDS];
        this.bytes = new double[ways.size()];
    }

    /** Medians of many rounds, after some seconds to warm up. */
    List<Figures> measure() throws Exception {
        int[] calls = warmUp();
        for (int round = 0; round < ROUNDS; round++) {
            for (int turn = 0; turn < ways.size(); turn++) {
                // Each goes first as often as the others.
                int way = (turn + round) % ways.size();
                take(way, round, calls[way]);
            }
        }
        if (done == 0) {
            throw new IllegalStateException("Nothing was done, so nothing was measured");
        }
        return ways.stream().map(way -> figures(ways.indexOf(way))).toList();
    }

    /** Returns how many calls of each way make a turn. */
    private int[] warmUp() throws Exception {
        int[] calls = new int[ways.size()];
        for (long end = System.nanoTime() + WARM_UP_NANOS; System.nanoTime() < end; ) {
            for (int way = 0; way < calls.length; way++) {
                calls[way] = 0;
                for (long enough = System.nanoTime() + TURN_NANOS; System.nanoTime() < enough; calls[way]++) {
                    call(way, 1);
                }
            }
        }
        return calls;
    }

    private void take(int way, int round, int calls) throws Exception {
        long allocated = threads.getCurrentThreadAllocatedBytes();
        long before = threads.getCurrentThreadCpuTime();
        call(way, calls);
        nanos[way][round] = (double) (threads.getCurrentThreadCpuTime() - before) / calls;
        bytes[way] = (double) (threads.getCurrentThreadAllocatedBytes() - allocated) / calls;
    }

    private void call(int way, int calls) throws Exception {
        Callable<?> work = ways.get(way).work();
        for (int i = 0; i < calls; i++) {
            done += work.call() == null ? 0 : 1;
        }
    }

    private Figures figures(int way) {
        double[] ratios = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            ratios[round] = nanos[way][round] / nanos[0][round];
        }
        return new Figures(ways.get(way).name(), median(ratios), median(nanos[way].clone()), bytes[way]);
    }

    private static double median(double[] of) {
        Arrays.sort(of);
        return of[of.length / 2];
    }
}
