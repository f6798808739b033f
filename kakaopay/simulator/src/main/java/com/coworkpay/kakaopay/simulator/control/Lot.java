package com.coworkpay.kakaopay.simulator.control;

import com.coworkpay.kakaopay.simulator.RandomFault;
import java.util.List;

/// Faults by lot: the rules, and the seed they are drawn with.
public record Lot(long seed, List<RandomFault> rules) {
    public Lot {
        rules = List.copyOf(rules);
    }
}
