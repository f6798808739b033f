package com.coworkpay.tools.local.bench;

import com.coworkpay.kakaopay.simulator.Call;
import com.coworkpay.kakaopay.simulator.Endpoint;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// One round of refunds.
///
/// @param seconds at full load, from the first cancellation until the booking system heard of the last refund
/// @param postgres of refund-service alone, over the same time
/// @param floorRate refunds a second of the floor, measured right after it
/// @param toCallMs at half load, from each cancellation's event to its cancel at KakaoPay
record RefundRound(int refunds, double seconds, Postgres postgres, double floorRate, List<Double> toCallMs) {

    /// @param published when the event of each payment's cancellation was published
    /// @param calls that KakaoPay received
    /// @return for each payment, until the first cancel
    static List<Double> toCallMs(Map<String, Instant> published, List<Call> calls) {
        var first = new HashMap<String, Instant>();
        calls.stream()
                .filter(call -> call.endpoint() == Endpoint.CANCEL && call.orderId() != null)
                .forEach(call -> first.merge(
                        String.valueOf(call.orderId()), call.at(), (one, other) -> one.isBefore(other) ? one : other));
        return published.entrySet().stream()
                .map(each -> {
                    Instant called = first.get(each.getKey());
                    if (called == null) {
                        throw new IllegalStateException("no cancel of payment " + each.getKey());
                    }
                    return Duration.between(each.getValue(), called).toNanos() / 1e6;
                })
                .toList();
    }

    double rate() {
        return refunds / seconds;
    }

    double ratio() {
        return rate() / floorRate;
    }

    double aRefund(long sum) {
        return (double) sum / refunds;
    }
}
