package com.coworkpay.kakaopay.simulator.control;

import com.coworkpay.kakaopay.simulator.RandomFault;
import java.util.List;

/// Faults by lot: the rules, and the seed they are drawn with.
public record FaultBatch(long seed, List<RandomFault> rules) {
    public FaultBatch {
        rules = List.copyOf(rules);
    }
}
