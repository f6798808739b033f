package com.coworkpay.tools.local.chaos;

import com.coworkpay.kakaopay.simulator.Effect;
import com.coworkpay.kakaopay.simulator.EffectKind;
import com.coworkpay.kakaopay.simulator.SimulatorControl;
import com.coworkpay.tools.local.load.Dashboard;
import java.io.IOException;
import java.net.URI;
import java.util.Objects;
import java.util.Optional;

/// The merchant gives money back in KakaoPay's dashboard, and tells nobody.
final class DashboardActor {
    private final SimulatorControl kakaopay;
    private final Dashboard dashboard;

    DashboardActor(URI simulator) {
        this.kakaopay = new SimulatorControl(simulator);
        this.dashboard = new Dashboard(simulator);
    }

    /// Tried once: whether it took effect is for others to find out.
    void cancel(String payment, long amountKrw) {
        Optional<String> tid = kakaopay.ledger(payment, EffectKind.APPROVE).stream()
                .map(Effect::tid)
                .filter(Objects::nonNull)
                .findFirst();
        if (tid.isPresent()) {
            try {
                dashboard.cancel(tid.get(), amountKrw);
            } catch (IOException noAnswer) {
                // As it happens to people, too.
            }
        }
    }
}
