package com.coworkpay.kakaopay.simulator.engine;

import com.coworkpay.kakaopay.simulator.Merchant;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The merchants KakaoPay knows, and how often each called today (KST).
///
/// Not thread-safe: the engine guards it. Counts live in memory and start again with the process.
final class Merchants {
    private final Map<String, Merchant> byCid = new LinkedHashMap<>();
    private final Map<String, Integer> callsToday = new HashMap<>();
    private LocalDate countedDay = LocalDate.EPOCH;

    void keep(Merchant merchant) {
        byCid.put(merchant.cid(), merchant);
    }

    @Nullable
    Merchant find(String cid) {
        return byCid.get(cid);
    }

    Collection<Merchant> all() {
        return List.copyOf(byCid.values());
    }

    boolean knowsKey(Merchant.KeyKind kind, String key) {
        return byCid.values().stream().anyMatch(m -> m.accepts(kind, key));
    }

    /// Counts a call; false when the day's quota is used up.
    boolean count(Merchant merchant, Instant now) {
        LocalDate today = KoreanTime.day(now);
        if (!today.equals(countedDay)) {
            callsToday.clear();
            countedDay = today;
        }
        int calls = callsToday.merge(merchant.cid(), 1, Integer::sum);
        Integer quota = merchant.dailyQuota();
        return quota == null || calls <= quota;
    }

    void clear() {
        byCid.clear();
        callsToday.clear();
    }
}
