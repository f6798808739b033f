package com.coworkpay.refund.policy.domain;

import com.coworkpay.refund.domain.Failure;
import com.coworkpay.refund.domain.Refund;
import com.coworkpay.refund.domain.RefundStatus;
import java.util.List;

/// What has become of the refunds of a payment by an earlier cancellation or batch. One that surely moved nothing does
/// not count. The view `decision_input` says the same; a test compares the two.
public enum EarlierRefund {
    NONE,
    /// It is not over, or it failed and `order` has not proved yet that nothing moved.
    UNDER_WAY,
    SUCCEEDED;

    public static EarlierRefund of(List<Refund> refunds) {
        if (refunds.stream()
                .anyMatch(refund -> refund.origin().isAutomatic() && refund.status() == RefundStatus.SUCCEEDED)) {
            return SUCCEEDED;
        }
        return refunds.stream().anyMatch(EarlierRefund::isUnderWay) ? UNDER_WAY : NONE;
    }

    public static boolean isUnderWay(Refund refund) {
        return refund.origin().isAutomatic()
                && switch (refund.status()) {
                    case REQUESTED, AWAITING_APPROVAL, IN_FLIGHT, UNKNOWN -> true;
                    case FAILED ->
                        refund.failureConfirmedAt() == null && refund.failure() != Failure.REFUNDED_ELSEWHERE;
                    case SUCCEEDED -> false;
                };
    }
}
