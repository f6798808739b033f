package com.coworkpay.kakaopay.simulator.engine;

import com.coworkpay.kakaopay.simulator.CardCompany;
import com.coworkpay.kakaopay.simulator.Method;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What a step of the payer changes; null where it changes nothing.
final class PayerRules {
    private PayerRules() {}

    @FunctionalInterface
    interface Step {
        @Nullable
        Change of(Transaction transaction, Instant now);
    }

    /// The payer can still pay: alive, not paid, not refused, not locked out.
    static boolean isPayable(Transaction transaction, Instant now) {
        return transaction.status().isOpenToPayer() && !transaction.isLockedByPassword() && !transaction.isExpired(now);
    }

    static @Nullable Change open(Transaction transaction, Instant now) {
        return transaction.status() == Status.READY && !transaction.isExpired(now)
                ? new Change.Opened(transaction.tid())
                : null;
    }

    static Step choose(Method method, @Nullable CardCompany card) {
        return (transaction, now) ->
                isPayable(transaction, now) && transaction.terms().allows(method, card)
                        ? new Change.MethodChosen(transaction.tid(), method, method == Method.CARD ? card : null)
                        : null;
    }

    /// The right password, after a method was chosen. The same pg_token as before, if there was one.
    static @Nullable Change authenticate(Transaction transaction, Instant now) {
        if (transaction.status() != Status.SELECT_METHOD || !isPayable(transaction, now)) {
            return null;
        }
        String token = transaction.pgToken() == null ? Ids.pgToken() : transaction.pgToken();
        return new Change.Authenticated(transaction.tid(), token);
    }

    static @Nullable Change wrongPassword(Transaction transaction, Instant now) {
        return isPayable(transaction, now) ? new Change.PasswordFailed(transaction.tid()) : null;
    }

    static @Nullable Change quit(Transaction transaction, Instant now) {
        return isPayable(transaction, now) ? new Change.Quit(transaction.tid()) : null;
    }
}
