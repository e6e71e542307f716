package io.maskwire.declaration;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** Finds the known name that was probably meant. */
final class Nearest {

    private static final int LONGEST = 64;
    private static final int MOST_KNOWN = 1000;

    private Nearest() {}

    /** A remedy that names the nearest known name, or all of them. */
    static String remedy(String unknown, Collection<String> known, String kind) {
        return of(unknown, known)
                .filter(Shown::isName)
                .map(name -> "did you mean " + Shown.quoted(name) + "?")
                .orElseGet(() -> known.isEmpty()
                        ? "there are no " + kind + " yet; declare it first"
                        : "known " + kind + " are " + Shown.list(known));
    }

    /** The first of the nearest names, if it is near enough to have been meant; none where looking would take long. */
    static Optional<String> of(String unknown, Collection<String> known) {
        if (unknown.length() > LONGEST || known.size() > MOST_KNOWN) {
            return Optional.empty();
        }
        String wanted = folded(unknown);
        int best = Math.max(1, wanted.length() / 3) + 1;
        Optional<String> nearest = Optional.empty();
        for (String name : known) {
            boolean possible = Math.abs(name.length() - wanted.length()) < best;
            int distance = possible ? distance(wanted, folded(name)) : best;
            if (distance < best) {
                best = distance;
                nearest = Optional.of(name);
            }
        }
        return nearest;
    }

    private static String folded(String name) {
        return name.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Insertions, deletions, replacements and swaps of neighbours (optimal string alignment). */
    private static int distance(String a, String b) {
        int[][] cost = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                cost[i][j] = i == 0 || j == 0 ? i + j : cheapest(cost, a, b, i, j);
            }
        }
        return cost[a.length()][b.length()];
    }

    private static int cheapest(int[][] cost, String a, String b, int i, int j) {
        int replace = cost[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        int least = Math.min(replace, Math.min(cost[i - 1][j], cost[i][j - 1]) + 1);
        boolean swapped = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        return swapped ? Math.min(least, cost[i - 2][j - 2] + 1) : least;
    }
}
