package com.coworkpay.tools.local.demo;

import com.coworkpay.kakaopay.simulator.Call;
import com.coworkpay.kakaopay.simulator.Effect;
import com.coworkpay.kakaopay.simulator.EffectKind;
import com.coworkpay.kakaopay.simulator.Endpoint;
import com.coworkpay.kakaopay.simulator.SimulatorControl;
import java.util.Arrays;
import java.util.Objects;

/// What really happened, by the simulator's own ledger.
final class Money {
    private Money() {}

    static void movedOnce(SimulatorControl kakaopay, StartedPayment attempt) {
        expect(kakaopay, attempt, 1);
    }

    static void neverMoved(SimulatorControl kakaopay, StartedPayment attempt) {
        expect(kakaopay, attempt, 0);
    }

    /// Exactly these cancels took effect, each once.
    static void refunded(SimulatorControl kakaopay, StartedPayment attempt, long... amountsKrw) {
        long[] found = kakaopay.ledger(attempt.id(), EffectKind.CANCEL).stream()
                .mapToLong(Effect::amountKrw)
                .toArray();
        ExpectationFailedException.unless(
                Arrays.equals(found, amountsKrw),
                "KakaoPay's ledger has cancels of %s won of payment %s, expected %s"
                        .formatted(Arrays.toString(found), attempt.id(), Arrays.toString(amountsKrw)));
    }

    static long approveCalls(SimulatorControl kakaopay, StartedPayment attempt) {
        return kakaopay.calls(attempt.id()).stream()
                .map(Call::endpoint)
                .filter(endpoint -> endpoint == Endpoint.APPROVE)
                .count();
    }

    /// The TID that the payer is sent to: the newest one, as a start that had to be tried again leaves others behind.
    static String tid(SimulatorControl kakaopay, StartedPayment attempt) {
        return kakaopay.ledger(attempt.id(), EffectKind.READY).stream()
                .map(Effect::tid)
                .filter(Objects::nonNull)
                .reduce((earlier, later) -> later)
                .orElseThrow(() -> new ExpectationFailedException("KakaoPay gave no TID to payment " + attempt.id()));
    }

    private static void expect(SimulatorControl kakaopay, StartedPayment attempt, int approvals) {
        int found = kakaopay.ledger(attempt.id(), EffectKind.APPROVE).size();
        ExpectationFailedException.unless(
                found == approvals,
                "KakaoPay's ledger has %d approvals of payment %s, expected %d"
                        .formatted(found, attempt.id(), approvals));
    }
}
