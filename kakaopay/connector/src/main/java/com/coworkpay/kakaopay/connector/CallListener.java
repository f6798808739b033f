package com.coworkpay.kakaopay.connector;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// Hears of every call, for metrics. Is told nothing personal and nothing of unbounded variety but the account id of
/// a breaker. Runs on the caller's context: it must not block. What it throws is logged and otherwise ignored.
public interface CallListener {

    CallListener NONE = call -> {};

    /// A call begins; [#called] tells its end.
    default void started() {}

    void called(Call call);

    /// The breaker of an account has opened (its calls are spared) or closed again.
    default void breakerChanged(String accountId, boolean isOpen) {}

    /// @param operation `ready`, `approve`, `order` or `cancel`
    /// @param outcome `DONE`, `REFUSED`, `NOT_SENT` or `UNKNOWN`
    /// @param reason the outcome's reason in business words; `null` when done
    /// @param code KakaoPay's code; `null` if it gave none
    record Call(
            String operation,
            CredentialKind generation,
            OutcomeKind outcome,
            @Nullable String reason,
            @Nullable Integer code,
            Duration took) {}

    enum OutcomeKind {
        DONE,
        REFUSED,
        NOT_SENT,
        UNKNOWN
    }
}
