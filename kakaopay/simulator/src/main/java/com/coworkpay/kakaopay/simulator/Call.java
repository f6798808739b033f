package com.coworkpay.kakaopay.simulator;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One API call the simulator received, and what became of it. Kept in memory only, and bounded.
///
/// @param traceparent the W3C header as received
/// @param outcome     `OK`, a KakaoPay code such as `-702`, `IN_PROGRESS`, or what a fault did instead of an
///                    answer (`HELD`, `SILENT`, `RESET`, `HTTP 503`, `CLIENT_GONE`)
/// @param fault       the kind of the fault that was played on this call
public record Call(
        long number,
        Endpoint endpoint,
        boolean legacy,
        @Nullable String cid,
        @Nullable String tid,
        @Nullable String orderId,
        Instant at,
        @Nullable String traceparent,
        String outcome,
        @Nullable FaultKind fault) {

    public static final String OK = "OK";
    public static final String IN_PROGRESS = "IN_PROGRESS";
    public static final String HELD = "HELD";

    public Call withOutcome(String outcome) {
        return new Call(number, endpoint, legacy, cid, tid, orderId, at, traceparent, outcome, fault);
    }

    public Call withFault(FaultKind fault) {
        return new Call(number, endpoint, legacy, cid, tid, orderId, at, traceparent, outcome, fault);
    }
}
