package com.coworkpay.refund.query;

import com.coworkpay.platform.problem.PageCursor;
import com.coworkpay.refund.domain.PaidPayment;
import com.coworkpay.refund.domain.Refund;

/// A refund of the list, and of its payment what people know it by.
record ListedRefund(Refund refund, PaidPayment payment, String description, String payerId) {

    PageCursor.InTime place() {
        return new PageCursor.InTime(refund.requestedAt(), refund.id());
    }
}
