package com.coworkpay.payment.initiation;

import com.coworkpay.payment.PaymentProblem;
import com.coworkpay.platform.problem.ProblemException;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A caller's key. Two callers may use the same one: they never meet.
public record IdempotencyKey(String caller, String key) {

    private static final Pattern SENT = Pattern.compile("[\\x21-\\x7E]{1,255}");

    /// @param sent the header
    public static IdempotencyKey of(String caller, @Nullable String sent) {
        return new IdempotencyKey(caller, checked(sent));
    }

    /// A payer's key for an attempt to pay a checkout of this caller. With its blanks it is none that a caller sends.
    public static IdempotencyKey ofCheckout(String caller, UUID checkoutId, @Nullable String sent) {
        return new IdempotencyKey(caller, "checkout " + checkoutId + " " + checked(sent));
    }

    private static String checked(@Nullable String sent) {
        if (sent == null || !SENT.matcher(sent).matches()) {
            throw ProblemException.of(PaymentProblem.IDEMPOTENCY_KEY_REQUIRED).field("Idempotency-Key");
        }
        return sent;
    }
}
