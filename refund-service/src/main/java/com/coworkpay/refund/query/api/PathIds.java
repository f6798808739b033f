package com.coworkpay.refund.query.api;

import com.coworkpay.platform.problem.CommonProblem;
import com.coworkpay.platform.problem.ProblemException;
import com.coworkpay.refund.refund.RefundProblem;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.regex.Pattern;

/// Ids in paths: what is none is simply not found.
public final class PathIds {

    private static final Pattern UUID_FORM = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    /// What was begun so long ago has been told, or was not paid.
    private static final Duration LATELY = Duration.ofDays(1);

    private static final Duration SHORTLY = Duration.ofSeconds(2);

    private PathIds() {}

    public static UUID uuid(String text) {
        if (!UUID_FORM.matcher(text).matches()) {
            throw notFound();
        }
        return UUID.fromString(text);
    }

    /// No money of such a payment is known here. Payments carry the time of their beginning in their ids: one that was
    /// begun
    /// lately may be paid, and nobody has told it yet. The id alone decides, so that the answer tells nothing of
    /// other
    /// locations' payments.
    public static ProblemException notKnown(UUID paymentId) {
        boolean isYoung = paymentId.version() == 7
                && Duration.between(Instant.ofEpochMilli(paymentId.getMostSignificantBits() >>> 16), Instant.now())
                                .abs()
                                .compareTo(LATELY)
                        < 0;
        return isYoung
                ? ProblemException.of(RefundProblem.PAYMENT_NOT_KNOWN_YET).retryAfter(SHORTLY)
                : notFound();
    }

    public static ProblemException notFound() {
        return ProblemException.of(CommonProblem.NOT_FOUND);
    }
}
