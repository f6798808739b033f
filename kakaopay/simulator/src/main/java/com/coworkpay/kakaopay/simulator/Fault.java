package com.coworkpay.kakaopay.simulator;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// A fault to be played on the next calls that fit. The newest fitting fault wins.
///
/// @param tid              only calls for this TID (ready has none yet)
/// @param orderId          only calls for this partner_order_id
/// @param times            how many calls it is played on, 1 or more
/// @param code             KakaoPay's code for [FaultKind#CODE] and [FaultKind#CODE_AFTER_EFFECT]
/// @param methodResultCode goes into `extras` beside the code
/// @param httpStatus       for the STATUS kinds, or instead of the code's documented status
/// @param delay            for SLOW, LATE_EFFECT (default 12 s) and DRIP (default 100 ms a byte)
public record Fault(
        Endpoint endpoint,
        @Nullable String tid,
        @Nullable String orderId,
        FaultKind kind,
        int times,
        @Nullable Integer code,
        @Nullable String methodResultCode,
        @Nullable Integer httpStatus,
        @Nullable Duration delay) {

    public Fault {
        if (times < 1) {
            throw new IllegalArgumentException("times must be 1 or more, not " + times);
        }
        if (httpStatus != null && (httpStatus < 200 || httpStatus > 599)) {
            throw new IllegalArgumentException("httpStatus must be 200 to 599, not " + httpStatus);
        }
        if (delay != null && delay.isNegative()) {
            throw new IllegalArgumentException("delay must not be negative");
        }
        if (code == null && (kind == FaultKind.CODE || kind == FaultKind.CODE_AFTER_EFFECT)) {
            throw new IllegalArgumentException(kind + " needs a code");
        }
        if (kind == FaultKind.OPEN_DEAL && endpoint != Endpoint.CANCEL) {
            throw new IllegalArgumentException(kind + " is for CANCEL only");
        }
        if (kind == FaultKind.OPEN_DEAL && code == null) {
            code = -781;
            methodResultCode = "BANK_FIRM_UNKNOWN";
        }
    }

    /// Played once, on any call of this endpoint.
    public static Fault of(Endpoint endpoint, FaultKind kind) {
        return new Fault(endpoint, null, null, kind, 1, null, null, null, null);
    }

    /// A refusal by one of KakaoPay's codes, without effect.
    public static Fault code(Endpoint endpoint, int code) {
        return new Fault(endpoint, null, null, FaultKind.CODE, 1, code, null, null, null);
    }

    /// A refusal by the payment method: code and `extras.method_result_code`.
    public static Fault code(Endpoint endpoint, int code, String methodResultCode) {
        return new Fault(endpoint, null, null, FaultKind.CODE, 1, code, methodResultCode, null, null);
    }

    /// A cancel answered by BANK_FIRM_UNKNOWN whose deal stays open until it is released.
    public static Fault openDeal() {
        return of(Endpoint.CANCEL, FaultKind.OPEN_DEAL);
    }

    public Fault forTid(String tid) {
        return new Fault(endpoint, tid, orderId, kind, times, code, methodResultCode, httpStatus, delay);
    }

    public Fault forOrder(String orderId) {
        return new Fault(endpoint, tid, orderId, kind, times, code, methodResultCode, httpStatus, delay);
    }

    public Fault times(int times) {
        return new Fault(endpoint, tid, orderId, kind, times, code, methodResultCode, httpStatus, delay);
    }

    public Fault httpStatus(int status) {
        return new Fault(endpoint, tid, orderId, kind, times, code, methodResultCode, status, delay);
    }

    public Fault delay(Duration delay) {
        return new Fault(endpoint, tid, orderId, kind, times, code, methodResultCode, httpStatus, delay);
    }

    /// The same fault, but the effect happens behind the refusal.
    public Fault afterEffect() {
        return new Fault(
                endpoint, tid, orderId, FaultKind.CODE_AFTER_EFFECT, times, code, methodResultCode, httpStatus, delay);
    }
}
