package com.coworkpay.kakaopay.simulator.engine;

import com.coworkpay.kakaopay.simulator.Method;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What cancel refuses, in this order (our choice): not paid or nothing left −784, window over −781, another
/// balance than the caller believes −722, more than is left −710, a part of a payment
/// with a green deposit −784, a split that does not fit −722.
final class CancelRules {
    /// PortOne's cancel guide: card within a year, Money within five.
    private static final Period CARD_WINDOW = Period.ofYears(1);

    private static final Period MONEY_WINDOW = Period.ofYears(5);

    private CancelRules() {}

    static @Nullable Refusal check(Transaction transaction, Requests.Cancel cancel, Instant now) {
        Approval approval = transaction.approval();
        Amounts available = transaction.available();
        if (approval == null || available.totalKrw() == 0) {
            return Refusal.documented(-784, null);
        }
        if (isWindowOver(transaction, approval, now)) {
            return transaction.method() == Method.CARD
                    ? new Refusal(-781, Codes.message(-781), "6019", "취소기간 경과")
                    : Refusal.documented(-781, "INVALID_CANCEL_STATUS");
        }
        // A stale balance has no documented code: -722 is our choice, callers must not rely on it.
        Long believedKrw = cancel.availableKrw();
        if (believedKrw != null && believedKrw != available.totalKrw()) {
            return Refusal.documented(-722, null);
        }
        if (cancel.amountKrw() > available.totalKrw()) {
            return Refusal.documented(-710, null);
        }
        if (cancel.amountKrw() < available.totalKrw() && transaction.terms().greenDepositKrw(available) > 0) {
            return Refusal.documented(-784, null);
        }
        if (cancel.taxFreeKrw() > cancel.amountKrw()
                || !available.covers(cancel.amountKrw(), cancel.taxFreeKrw(), vatKrw(available, cancel))) {
            return Refusal.documented(-722, null);
        }
        return null;
    }

    /// VAT given, or KakaoPay's formula bent as little as needed to leave a remainder that adds up
    /// (the last part takes what is left; the bending is our choice).
    static long vatKrw(Amounts available, Requests.Cancel cancel) {
        Long given = cancel.vatKrw();
        if (given != null) {
            return given;
        }
        long computedKrw = Amounts.defaultVatKrw(cancel.amountKrw(), cancel.taxFreeKrw());
        long leftTaxedKrw = available.totalKrw() - available.taxFreeKrw() - (cancel.amountKrw() - cancel.taxFreeKrw());
        long minKrw = Math.max(0, available.vatKrw() - leftTaxedKrw);
        return Math.min(available.vatKrw(), Math.max(minKrw, computedKrw));
    }

    private static boolean isWindowOver(Transaction transaction, Approval approval, Instant now) {
        Period window = Objects.equals(transaction.method(), Method.CARD) ? CARD_WINDOW : MONEY_WINDOW;
        Instant end = approval.at().atOffset(ZoneOffset.ofHours(9)).plus(window).toInstant();
        return now.plus(transaction.clockAhead()).isAfter(end);
    }
}
