package com.coworkpay.payment.checkout;

import com.coworkpay.payment.initiation.RejectionReason;
import io.vertx.core.json.JsonObject;
import org.jspecify.annotations.Nullable;

/// A checkout, and what its location says of it now.
///
/// @param rejection why no attempt to pay it would begin
/// @param location null where it is not known here (yet)
/// @param live of the location's account; null where none is connected
record OfferedCheckout(
        Checkout checkout,
        @Nullable RejectionReason rejection,
        @Nullable Location location,
        @Nullable Boolean live) {

    /// @param seller whom receipts name, as its location has said it
    record Location(
            String title,
            String timezone,
            String locale,
            @Nullable JsonObject seller) {}
}
