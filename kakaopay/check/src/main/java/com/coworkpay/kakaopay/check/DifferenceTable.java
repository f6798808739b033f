package com.coworkpay.kakaopay.check;

import com.coworkpay.kakaopay.simulator.Difference;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/// What differs, one line each, in columns as wide as they need.
final class DifferenceTable {
    private static final List<String> HEAD = List.of("step", "difference", "field", "assumed", "KakaoPay");
    private static final int WIDEST = 60;

    private final Consumer<String> say;
    private final List<List<String>> rows = new ArrayList<>();

    DifferenceTable(Consumer<String> say) {
        this.say = say;
    }

    void add(String step, List<Difference> differences) {
        for (Difference difference : differences) {
            String kind = difference.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ');
            rows.add(List.of(step, kind, difference.where(), difference.assumed(), difference.observed()));
        }
    }

    void print() {
        if (rows.isEmpty()) {
            return;
        }
        rows.addFirst(HEAD);
        for (List<String> row : rows) {
            var line = new StringBuilder();
            for (int column = 0; column < row.size(); column++) {
                String cell = row.get(column).replaceAll("\\p{Cntrl}", " ");
                boolean last = column == row.size() - 1;
                line.append(last ? cell : ("%-" + width(column) + "s  ").formatted(cell));
            }
            say.accept(line.toString());
        }
        say.accept("");
    }

    private int width(int column) {
        return Math.clamp(
                rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(1), 1, WIDEST);
    }
}
