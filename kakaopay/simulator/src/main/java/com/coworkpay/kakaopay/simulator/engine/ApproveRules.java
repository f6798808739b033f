package com.coworkpay.kakaopay.simulator.engine;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What approve refuses, in this order (the real order is not known; this one is our choice):
/// expired −723, already paid −702, order id −706, user id −707, state −701 or −783, pg_token −708, total −725.
final class ApproveRules {
    private ApproveRules() {}

    static @Nullable Refusal check(Transaction transaction, Requests.Approve approve, Instant now) {
        if (transaction.isExpired(now)) {
            return Refusal.documented(-723, null);
        }
        if (transaction.status().isPaid()) {
            return Refusal.documented(-702, null);
        }
        if (!transaction.terms().orderId().equals(approve.orderId())) {
            return Refusal.documented(-706, null);
        }
        if (!transaction.terms().userId().equals(approve.userId())) {
            return Refusal.documented(-707, null);
        }
        Refusal state = state(transaction);
        if (state != null) {
            return state;
        }
        if (!approve.pgToken().equals(transaction.pgToken())) {
            return Refusal.documented(-708, null);
        }
        Long totalKrw = approve.totalKrw();
        if (totalKrw != null && totalKrw != transaction.terms().amounts().totalKrw()) {
            return Refusal.documented(-725, null);
        }
        return null;
    }

    /// −701: the payer has not finished. −783: the payer stopped, was locked out, or the method refused before.
    private static @Nullable Refusal state(Transaction transaction) {
        return switch (transaction.status()) {
            case AUTH_PASSWORD, SUCCESS_PAYMENT, PART_CANCEL_PAYMENT, CANCEL_PAYMENT -> null;
            case READY, OPEN_PAYMENT, SELECT_METHOD -> Refusal.documented(-701, "9999");
            case FAIL_AUTH_PASSWORD -> Refusal.documented(transaction.isLockedByPassword() ? -783 : -701, null);
            case QUIT_PAYMENT, FAIL_PAYMENT -> Refusal.documented(-783, null);
        };
    }
}
