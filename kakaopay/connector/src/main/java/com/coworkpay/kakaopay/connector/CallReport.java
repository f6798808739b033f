package com.coworkpay.kakaopay.connector;

import com.coworkpay.kakaopay.connector.CallListener.OutcomeKind;
import java.time.Duration;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Tells log and metrics how each call ended. Never a body, a key, a token or a name: ids, codes and durations.
final class CallReport {

    private static final Logger LOG = Logger.getLogger(KakaoPay.class);

    private final CallListener listener;

    CallReport(CallListener listener) {
        this.listener = listener;
    }

    void started() {
        quietly(listener::started);
    }

    void called(KakaoPay.Subject subject, MerchantAccount account, Outcome<?> outcome, long startedAtNanos) {
        Duration took = Duration.ofNanos(System.nanoTime() - startedAtNanos);
        CallListener.Call call = summary(subject, account, outcome, took);
        if (outcome instanceof Outcome.Unknown<?>(UnknownReason reason, Code code)
                && reason == UnknownReason.MISMATCH) {
            LOG.warnf(
                    "KakaoPay answered for something else than was asked: tid %s, order %s (%s)",
                    subject.tid(), subject.orderId(), code);
        }
        LOG.debugf(
                "kakaopay %s tid=%s order=%s account=%s: %s %s %s in %d ms",
                call.operation(),
                subject.tid(),
                subject.orderId(),
                account.accountId(),
                call.outcome(),
                call.reason(),
                call.code(),
                took.toMillis());
        quietly(() -> listener.called(call));
    }

    void breakerChanged(String accountId, boolean isOpen) {
        LOG.warnf("KakaoPay calls of account %s are %s", accountId, isOpen ? "spared for a while" : "made again");
        quietly(() -> listener.breakerChanged(accountId, isOpen));
    }

    /// A bug of ours on the way: whether something was sent cannot be told.
    <T> Outcome<T> defect(KakaoPay.Subject subject, Throwable defect) {
        LOG.errorf(defect, "A call to KakaoPay failed inside: %s order %s", subject.operation(), subject.orderId());
        return new Outcome.Unknown<>(UnknownReason.INTERNAL, null);
    }

    private static CallListener.Call summary(
            KakaoPay.Subject subject, MerchantAccount account, Outcome<?> outcome, Duration took) {
        String operation = subject.operation().word();
        CredentialKind generation = account.credential().kind();
        return switch (outcome) {
            case Outcome.Done<?> done ->
                new CallListener.Call(operation, generation, OutcomeKind.DONE, null, null, took);
            case Outcome.Refused<?>(boolean isFinal, RefusalReason reason, Code code) ->
                new CallListener.Call(operation, generation, OutcomeKind.REFUSED, reason.name(), code.code(), took);
            case Outcome.NotSent<?>(NotSentReason reason, Code code) ->
                new CallListener.Call(operation, generation, OutcomeKind.NOT_SENT, reason.name(), number(code), took);
            case Outcome.Unknown<?>(UnknownReason reason, Code code) ->
                new CallListener.Call(operation, generation, OutcomeKind.UNKNOWN, reason.name(), number(code), took);
        };
    }

    private static @Nullable Integer number(@Nullable Code code) {
        return code == null ? null : code.code();
    }

    private static void quietly(Runnable report) {
        try {
            report.run();
        } catch (RuntimeException bug) {
            LOG.error("The listener for KakaoPay calls failed", bug);
        }
    }
}
