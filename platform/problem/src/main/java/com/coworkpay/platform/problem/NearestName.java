package com.coworkpay.platform.problem;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/// The name that somebody probably meant: another case, a letter more, less, other or swapped, or a part of the name.
final class NearestName {

    private static final int MAX_EDITS = 2;
    private static final int MIN_PART_LENGTH = 3;

    /// What a caller sends is not compared without a bound.
    private static final int MAX_LENGTH = 64;

    private NearestName() {}

    static Optional<String> to(String sent, Collection<String> known) {
        String asked = letters(sent);
        return asked.isEmpty() || asked.length() > MAX_LENGTH
                ? Optional.empty()
                : known.stream()
                        .filter(name -> distance(asked, letters(name)) < Integer.MAX_VALUE)
                        .min(Comparator.<String>comparingInt(name -> distance(asked, letters(name)))
                                .thenComparing(Comparator.naturalOrder()));
    }

    /// A part of the other name is farther than any misspelling.
    private static int distance(String asked, String name) {
        int edits = edits(asked, name);
        if (edits <= MAX_EDITS && edits * 2 <= Math.min(asked.length(), name.length())) {
            return edits;
        }
        boolean part = (asked.length() >= MIN_PART_LENGTH && name.contains(asked))
                || (name.length() >= MIN_PART_LENGTH && asked.contains(name));
        return part ? MAX_EDITS + Math.abs(asked.length() - name.length()) : Integer.MAX_VALUE;
    }

    private static String letters(String name) {
        return name.replaceAll("[^A-Za-z0-9]", "").toLowerCase(Locale.ROOT);
    }

    /// Insertions, deletions, exchanges, and swaps of neighbours (optimal string alignment).
    private static int edits(String a, String b) {
        int[][] cost = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                cost[i][j] = i == 0 || j == 0 ? i + j : cheapest(cost, a, b, i, j);
            }
        }
        return cost[a.length()][b.length()];
    }

    private static int cheapest(int[][] cost, String a, String b, int i, int j) {
        int exchange = cost[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        int best = Math.min(exchange, 1 + Math.min(cost[i - 1][j], cost[i][j - 1]));
        boolean swapped = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        return swapped ? Math.min(best, 1 + cost[i - 2][j - 2]) : best;
    }
}
