package com.coworkpay.console.client;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The approval that a refund above its location's limit needs.
///
/// @param needed how many persons have to approve it
/// @param given how many have
/// @param limitKrw that it is above, in whole won
/// @param expiresAt one that still waits then has failed
/// @param answers oldest first
public record RefundApproval(long needed, long given, long limitKrw, Instant expiresAt, List<Answer> answers) {

    public static final String APPROVED = "APPROVED";
    public static final String DECLINED = "DECLINED";

    /// @param by the subject of the person's token
    public record Answer(
            String answer, String by, Instant at, @Nullable String note) {}

    /// @param amountKrw of the refund, as the person saw it
    public record Request(
            String answer, long amountKrw, @Nullable String note) {}

    public record Withdrawal(@Nullable String note) {}

    public boolean isApprovedBy(String person) {
        return answers.stream()
                .anyMatch(each -> each.answer().equals(APPROVED) && each.by().equals(person));
    }

    /// One more approval, and it is sent to KakaoPay.
    public boolean isLastMissing() {
        return given + 1 >= needed;
    }
}
