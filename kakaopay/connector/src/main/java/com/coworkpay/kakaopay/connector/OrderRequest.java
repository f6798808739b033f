package com.coworkpay.kakaopay.connector;

import org.jspecify.annotations.Nullable;

/// Asks what became of a TID. KakaoPay has no look-up by order id.
///
/// @param orderId if given, an answer for another order is `Unknown(MISMATCH)`
/// @param totalKrw if given, an answer with another total is `Unknown(MISMATCH)`
public record OrderRequest(
        String tid, @Nullable String orderId, @Nullable Long totalKrw) {

    /// @throws InvalidFieldException naming the component
    public OrderRequest {
        Tid.check(tid);
    }
}
