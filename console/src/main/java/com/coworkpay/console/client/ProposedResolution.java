package com.coworkpay.console.client;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A resolution above the location's limit: it is made when another person approves it.
///
/// @param aid KakaoPay's id of the cancel, with `REFUNDED`
/// @param limitKrw that it is above, in whole won
/// @param expiresAt nobody can approve it from then on
/// @param ending null while it waits
public record ProposedResolution(
        String proposedResolutionId,
        String paymentId,
        String refundId,
        String outcome,
        long amountKrw,
        @Nullable String aid,
        String evidence,
        @Nullable String note,
        String proposedBy,
        Instant proposedAt,
        long limitKrw,
        Instant expiresAt,
        @Nullable String ending) {

    public record Page(
            List<ProposedResolution> resolutions, @Nullable String nextCursor) {}

    public record Request(String answer, @Nullable String note) {}
}
