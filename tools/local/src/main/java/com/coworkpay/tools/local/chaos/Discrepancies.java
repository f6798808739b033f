package com.coworkpay.tools.local.chaos;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What was checked, how often, and what was found out of place.
public final class Discrepancies {
    private static final int MAX_SHOWN = 10;

    private final Map<String, Integer> checked = new LinkedHashMap<>();
    private final Map<String, Integer> wrongOfRule = new LinkedHashMap<>();
    private final List<String> wrong = new ArrayList<>();
    private long wonOutOfPlace;

    /// @param sentence what is wrong, with the ids to look for
    void check(String rule, boolean holds, String sentence) {
        checked.merge(rule, 1, Integer::sum);
        if (!holds) {
            wrongOfRule.merge(rule, 1, Integer::sum);
            wrong.add(rule + ": " + sentence);
        }
    }

    void same(String rule, long expectedKrw, long foundKrw, String where) {
        wonOutOfPlace += Math.abs(expectedKrw - foundKrw);
        check(rule, expectedKrw == foundKrw, "%s: %d won expected, %d found".formatted(where, expectedKrw, foundKrw));
    }

    public boolean isClean() {
        return wrong.isEmpty();
    }

    public long wonOutOfPlace() {
        return wonOutOfPlace;
    }

    int wrong() {
        return wrong.size();
    }

    public Map<String, Integer> checked() {
        return checked;
    }

    int wrong(String rule) {
        return wrongOfRule.getOrDefault(rule, 0);
    }

    public List<String> firstWrong() {
        return wrong.subList(0, Math.min(MAX_SHOWN, wrong.size()));
    }
}
