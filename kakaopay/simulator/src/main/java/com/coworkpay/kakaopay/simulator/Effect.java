package com.coworkpay.kakaopay.simulator;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One line of the simulator's ledger: something that really happened there.
///
/// Sequences rise without gaps and are never reused; a line is durable before the caller hears of it.
///
/// @param amountKrw whole won: the total for READY and APPROVE, the cancelled amount for CANCEL, else 0
/// @param aid       KakaoPay's id of the approve or cancel call that moved the money
public record Effect(
        long sequence,
        EffectKind kind,
        @Nullable String tid,
        @Nullable String orderId,
        @Nullable String cid,
        long amountKrw,
        Instant at,
        @Nullable String aid,
        @Nullable String payload) {}
