package com.coworkpay.console.client;

import org.jspecify.annotations.Nullable;

/// Who sells at a location, as receipts name them.
///
/// @param businessNumber ten digits
public record Seller(
        @Nullable String name,
        @Nullable String businessNumber,
        @Nullable String representative,
        @Nullable String address,
        @Nullable String phone) {

    /// As it is written in Korea: `123-45-67890`.
    public @Nullable String businessNumberWithDashes() {
        return businessNumber == null ? null : businessNumber.replaceFirst("(\\d{3})(\\d{2})(\\d{5})", "$1-$2-$3");
    }
}
