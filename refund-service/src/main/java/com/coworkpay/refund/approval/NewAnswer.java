package com.coworkpay.refund.approval;

import com.coworkpay.refund.domain.Approval.AnswerKind;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a person answers to a refund that waits for approval.
///
/// @param amountKrw that the person saw; absent for one who takes it back
/// @param caller the subject of the person's token
record NewAnswer(
        String locationId,
        UUID paymentId,
        UUID refundId,
        AnswerKind kind,
        @Nullable Long amountKrw,
        @Nullable String note,
        String caller) {}
