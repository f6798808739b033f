package com.coworkpay.payment.kakaopay;

import com.coworkpay.kakaopay.connector.Approval;
import com.coworkpay.kakaopay.connector.Card;
import com.coworkpay.kakaopay.connector.Outcome;
import com.coworkpay.kakaopay.connector.RefusalReason;
import com.coworkpay.kakaopay.connector.UnknownReason;
import com.coworkpay.payment.approval.domain.ApproveAnswer;
import com.coworkpay.payment.domain.Money;
import org.jspecify.annotations.Nullable;

/// The connector's outcome of approve in the words of the money rules.
final class ApproveWords {

    private ApproveWords() {}

    static ApproveAnswer of(Outcome<Approval> outcome) {
        return switch (outcome) {
            case Outcome.Done<Approval>(Approval approval) -> new ApproveAnswer.Approved(money(approval));
            case Outcome.Refused<Approval> refused -> refused(refused.isFinal(), refused.reason());
            case Outcome.NotSent<Approval> notSent ->
                new ApproveAnswer.NotSent(notSent.reason().name());
            case Outcome.Unknown<Approval> unknown ->
                new ApproveAnswer.NoAnswer(unknown.reason().name(), contradicts(unknown.reason()));
        };
    }

    private static ApproveAnswer refused(boolean isFinal, RefusalReason reason) {
        return isFinal
                ? new ApproveAnswer.RefusedForGood(reason.name())
                : new ApproveAnswer.RefusedForNow(reason.name(), reason == RefusalReason.PAYER_BUSY);
    }

    private static Money money(Approval approval) {
        return new Money(approval.approvedAt(), approval.method().name(), issuer(approval.card()));
    }

    static @Nullable String issuer(@Nullable Card card) {
        return card == null ? null : card.issuer();
    }

    /// An answer came, but not one that fits this payment: whatever happened, somebody must look.
    static boolean contradicts(UnknownReason reason) {
        return reason == UnknownReason.MISMATCH
                || reason == UnknownReason.MALFORMED_ANSWER
                || reason == UnknownReason.ANSWER_TOO_LARGE;
    }
}
