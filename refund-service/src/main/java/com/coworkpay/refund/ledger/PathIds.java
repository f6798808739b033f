package com.coworkpay.refund.ledger;

import com.coworkpay.platform.problem.CommonProblem;
import com.coworkpay.platform.problem.ProblemException;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.regex.Pattern;

/// Ids in paths: a malformed one is not found.
public final class PathIds {

    private static final Pattern UUID_FORM = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    /// After so long the payment's event was received, or it was not paid.
    private static final Duration RECENT = Duration.ofDays(1);

    private static final Duration SHORTLY = Duration.ofSeconds(2);

    private PathIds() {}

    public static UUID uuid(String text) {
        if (!UUID_FORM.matcher(text).matches()) {
            throw notFound();
        }
        return UUID.fromString(text);
    }

    /// No such payment is known to be paid. Payment ids carry the time when the payment began: a recent one may be
    /// paid, and its event may not have been received yet. Only the id decides, so that the answer reveals nothing
    /// about other locations' payments.
    public static ProblemException notKnown(UUID paymentId) {
        boolean isYoung = paymentId.version() == 7
                && Duration.between(Instant.ofEpochMilli(paymentId.getMostSignificantBits() >>> 16), Instant.now())
                                .abs()
                                .compareTo(RECENT)
                        < 0;
        return isYoung
                ? ProblemException.of(RefundProblem.PAYMENT_NOT_KNOWN_YET).retryAfter(SHORTLY)
                : notFound();
    }

    public static ProblemException notFound() {
        return ProblemException.of(CommonProblem.NOT_FOUND);
    }
}
