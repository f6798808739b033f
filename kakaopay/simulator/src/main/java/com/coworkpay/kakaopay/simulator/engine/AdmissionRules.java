package com.coworkpay.kakaopay.simulator.engine;

import com.coworkpay.kakaopay.simulator.Merchant;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Whether a caller may call at all: key, CID, online payment, quota. Counts the call.
final class AdmissionRules {
    private AdmissionRules() {}

    /// Codes differ by generation: today's API has −403 and −429 where the legacy one has −3 and −10.
    static @Nullable Refusal check(Merchants merchants, Caller caller, Instant now) {
        Merchant merchant = merchants.find(caller.cid());
        if (merchant == null || !merchant.accepts(caller.kind(), caller.key())) {
            return Refusal.documented(merchants.knowsKey(caller.kind(), caller.key()) ? -731 : -401, null);
        }
        boolean legacy = caller.kind() == Merchant.KeyKind.ADMIN_KEY;
        if (!merchant.onlineEnabled()) {
            return Refusal.documented(legacy ? -3 : -403, null);
        }
        if (merchant.cidSecret() != null && !Objects.equals(merchant.cidSecret(), caller.cidSecret())) {
            return Refusal.documented(-733, null);
        }
        if (!merchants.count(merchant, now)) {
            return Refusal.documented(legacy ? -10 : -429, null);
        }
        return null;
    }
}
