package com.coworkpay.kakaopay.connector;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/// Asks KakaoPay to prepare a payment. No money moves, and each call makes a new TID: KakaoPay does not check the
/// order id for uniqueness.
///
/// @param orderId KakaoPay's `partner_order_id`: our payment id, at most 100 characters
/// @param userId at most 100 characters; KakaoPay forbids personal data (name, phone, mail) in it
/// @param itemName what the payer reads at KakaoPay, at most 100 characters
/// @param vatKrw if absent KakaoPay takes round((total − taxFree) / 11), half up
/// @param approvalUrl where the payer comes back with `pg_token`; at most 255 characters, host registered at KakaoPay
/// @param cancelUrl where the payer comes back after giving up; that proves nothing about the payment
/// @param failUrl where the payer comes back when the fifteen minutes are over
public record ReadyRequest(
        String orderId,
        String userId,
        String itemName,
        int quantity,
        long totalKrw,
        long taxFreeKrw,
        @Nullable Long vatKrw,
        URI approvalUrl,
        URI cancelUrl,
        URI failUrl) {

    public static final int MAX_ORDER_ID = 100;
    public static final int MAX_USER_ID = 100;
    public static final int MAX_ITEM_NAME = 100;
    public static final int MAX_URL = 255;

    /// @throws InvalidFieldException naming the component
    public ReadyRequest {
        InvalidFieldException.checkText("orderId", orderId, MAX_ORDER_ID);
        InvalidFieldException.checkText("userId", userId, MAX_USER_ID);
        InvalidFieldException.checkText("itemName", itemName, MAX_ITEM_NAME);
        InvalidFieldException.unless(quantity >= 1, "quantity", "must be at least 1");
        InvalidFieldException.checkKrw("totalKrw", totalKrw, 1);
        InvalidFieldException.checkKrw("taxFreeKrw", taxFreeKrw, 0);
        InvalidFieldException.unless(taxFreeKrw <= totalKrw, "taxFreeKrw", "must not exceed the total");
        if (vatKrw != null) {
            InvalidFieldException.checkKrw("vatKrw", vatKrw, 0);
            InvalidFieldException.unless(taxFreeKrw + vatKrw <= totalKrw, "vatKrw", "must fit into the total");
        }
        checkUrl("approvalUrl", approvalUrl);
        checkUrl("cancelUrl", cancelUrl);
        checkUrl("failUrl", failUrl);
    }

    private static void checkUrl(String field, URI url) {
        String scheme = url.getScheme();
        boolean isWeb = "https".equalsIgnoreCase(scheme) || "http".equalsIgnoreCase(scheme);
        InvalidFieldException.unless(isWeb && url.getHost() != null, field, "must be an absolute http or https URL");
        InvalidFieldException.unless(
                url.toASCIIString().length() <= MAX_URL, field, "must have at most " + MAX_URL + " characters");
    }
}
