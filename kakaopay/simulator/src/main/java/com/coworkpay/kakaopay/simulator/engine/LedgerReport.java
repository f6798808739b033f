package com.coworkpay.kakaopay.simulator.engine;

import com.coworkpay.kakaopay.simulator.Effect;
import com.coworkpay.kakaopay.simulator.EffectKind;
import java.util.ArrayList;
import java.util.List;

/// Approvals and cancels in order, with their sums kept as they come. Not thread-safe.
final class LedgerReport {
    private final List<Effect> effects = new ArrayList<>();
    private long paidKrw;
    private long canceledKrw;

    void add(Effect effect) {
        effects.add(effect);
        if (effect.kind() == EffectKind.APPROVE) {
            paidKrw += effect.amountKrw();
        } else {
            canceledKrw += effect.amountKrw();
        }
    }

    /// Newest first, beginning `skip` entries back.
    List<Effect> newest(int skip, int limit) {
        int to = Math.max(0, effects.size() - skip);
        return List.copyOf(effects.subList(Math.max(0, to - limit), to)).reversed();
    }

    Totals totals() {
        return new Totals(effects.size(), paidKrw, canceledKrw);
    }
}
