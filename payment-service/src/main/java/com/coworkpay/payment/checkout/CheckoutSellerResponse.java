package com.coworkpay.payment.checkout;

import io.vertx.core.json.JsonObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// Whom the receipt names, as the location has said it.
@Schema(name = "CheckoutSellerResponse")
record CheckoutSellerResponse(
        @Nullable String name,

        @Schema(description = "Korean business registration number, in digits alone", examples = "1208800767") @Nullable
        String businessNumber,

        @Nullable String representative,
        @Nullable String address,
        @Nullable String phone) {

    static @Nullable CheckoutSellerResponse of(@Nullable JsonObject seller) {
        return seller == null
                ? null
                : new CheckoutSellerResponse(
                        seller.getString("name"),
                        seller.getString("businessNumber"),
                        seller.getString("representative"),
                        seller.getString("address"),
                        seller.getString("phone"));
    }
}
