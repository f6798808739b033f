package com.coworkpay.kakaopay.simulator.fault;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Calls that are held until a test lets them go. Whichever comes first, the release or the end of the caller,
/// decides; the other then finds nothing.
public final class PausedCalls {
    /// A call that waits; `go` continues it.
    public record Held(long faultId, Runnable go) {}

    private final Map<Long, List<Held>> held = new HashMap<>();

    public synchronized Held hold(long faultId, Runnable go) {
        Held one = new Held(faultId, go);
        held.computeIfAbsent(faultId, id -> new ArrayList<>(1)).add(one);
        return one;
    }

    /// The caller is gone; true if the call was still held.
    public synchronized boolean drop(Held one) {
        List<Held> same = held.get(one.faultId());
        boolean was = same != null && same.removeIf(h -> h == one);
        if (same != null && same.isEmpty()) {
            held.remove(one.faultId());
        }
        return was;
    }

    /// Lets go whatever is held by this fault now; how many calls that was.
    public int release(long faultId) {
        List<Held> freed = take(faultId);
        freed.forEach(h -> h.go().run());
        return freed.size();
    }

    private synchronized List<Held> take(long faultId) {
        @Nullable List<Held> same = held.remove(faultId);
        return same == null ? List.of() : same;
    }

    public synchronized boolean holding(long faultId) {
        return held.containsKey(faultId);
    }

    /// Forgets held calls without going on; the caller closes their connections.
    public synchronized void clear() {
        held.clear();
    }
}
