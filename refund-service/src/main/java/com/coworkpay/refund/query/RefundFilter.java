package com.coworkpay.refund.query;

import com.coworkpay.refund.domain.Failure;
import com.coworkpay.refund.domain.Origin;
import com.coworkpay.refund.domain.RefundStatus;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Which refunds are asked for; what is absent does not matter. Days are the location's, both inclusive.
///
/// @param statuses any of them, as the other sets; in the order of their names
record RefundFilter(
        Set<RefundStatus> statuses,
        Set<Origin> origins,
        Set<String> reasons,
        Set<Failure> failures,
        @Nullable String requestedBy,
        @Nullable UUID paymentId,
        @Nullable Boolean inReview,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable Long minKrw,
        @Nullable Long maxKrw) {}
