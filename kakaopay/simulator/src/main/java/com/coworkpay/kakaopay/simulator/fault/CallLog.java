package com.coworkpay.kakaopay.simulator.fault;

import com.coworkpay.kakaopay.simulator.Call;
import com.coworkpay.kakaopay.simulator.Endpoint;
import com.coworkpay.kakaopay.simulator.FaultKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The last calls received, oldest first; the ring forgets what is older.
public final class CallLog {
    public static final int MAX_CALLS = 50_000;

    private final @Nullable Call[] ring = new @Nullable Call[MAX_CALLS];
    private long count;

    public synchronized long start(
            Endpoint endpoint,
            boolean legacy,
            @Nullable String cid,
            @Nullable String tid,
            @Nullable String orderId,
            Instant at,
            @Nullable String traceparent) {
        long number = ++count;
        put(new Call(number, endpoint, legacy, cid, tid, orderId, at, traceparent, Call.IN_PROGRESS, null));
        return number;
    }

    public synchronized void fault(long number, FaultKind kind) {
        Call call = get(number);
        if (call != null) {
            put(call.withFault(kind));
        }
    }

    public synchronized void outcome(long number, String outcome) {
        Call call = get(number);
        if (call != null) {
            put(call.withOutcome(outcome));
        }
    }

    public synchronized List<Call> all(@Nullable String orderId) {
        List<Call> calls = new ArrayList<>();
        for (long number = Math.max(1, count - MAX_CALLS + 1); number <= count; number++) {
            Call call = get(number);
            if (call != null && (orderId == null || orderId.equals(call.orderId()))) {
                calls.add(call);
            }
        }
        return calls;
    }

    /// Newest first.
    public synchronized List<Call> newestWithFault(int limit) {
        List<Call> found = new ArrayList<>();
        for (long number = count; number > Math.max(0, count - MAX_CALLS) && found.size() < limit; number--) {
            Call call = get(number);
            if (call != null && call.fault() != null) {
                found.add(call);
            }
        }
        return found;
    }

    public synchronized void clear() {
        Arrays.fill(ring, null);
    }

    private void put(Call call) {
        ring[(int) (call.number() % MAX_CALLS)] = call;
    }

    private @Nullable Call get(long number) {
        Call call = ring[(int) (number % MAX_CALLS)];
        return call == null || call.number() != number ? null : call;
    }
}
