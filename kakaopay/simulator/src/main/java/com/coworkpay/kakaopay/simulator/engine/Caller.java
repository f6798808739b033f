package com.coworkpay.kakaopay.simulator.engine;

import com.coworkpay.kakaopay.simulator.Merchant;
import org.jspecify.annotations.Nullable;

/// Who calls: the key presented, the CID it wants to act for, and the CID's secret if it sent one.
public record Caller(
        Merchant.KeyKind kind,
        String key,
        String cid,
        @Nullable String cidSecret) {
    @Override
    public String toString() {
        return "Caller[" + kind + ", " + cid + "]";
    }
}
