package com.coworkpay.tools.local.portal;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One thing that somebody bought, or is about to pay.
///
/// @param id the payable's id
/// @param description as the payer reads it, in the language of the one who booked
/// @param checkouts how many were made for it
/// @param checkoutUrl the newest one's; null before the first
/// @param packed of a shop order: work on it has begun
/// @param cancellations how many there were, so that each has an id of its own
record Order(
        String id,
        Offer offer,
        String location,
        Member payer,
        String description,
        Slot slot,
        Instant madeAt,
        int checkouts,
        @Nullable String checkoutUrl,
        @Nullable Instant checkoutUntil,
        boolean packed,
        int cancellations,
        @Nullable Cancellation cancellation,
        NoticesOfOrder notified) {

    static Order of(String id, Offer offer, String location, Member payer, String description, Slot slot, Instant at) {
        return new Order(
                id,
                offer,
                location,
                payer,
                description,
                slot,
                at,
                0,
                null,
                null,
                false,
                0,
                null,
                NoticesOfOrder.NOTHING);
    }

    Order withCheckout(String url, Instant until) {
        return with(slot, checkouts + 1, url, until, packed, cancellations, cancellation, notified);
    }

    Order withSlot(Slot other) {
        return with(other, checkouts, checkoutUrl, checkoutUntil, packed, cancellations, cancellation, notified);
    }

    Order withPacked() {
        return with(slot, checkouts, checkoutUrl, checkoutUntil, true, cancellations, cancellation, notified);
    }

    Order withCancellation(Cancellation other) {
        return with(slot, checkouts, checkoutUrl, checkoutUntil, packed, cancellations + 1, other, notified);
    }

    /// The cancellation is taken back; what was paid before stays as it is, and a new checkout is needed.
    Order restored() {
        return with(slot, checkouts, null, null, packed, cancellations, null, notified);
    }

    Order withNotified(NoticesOfOrder other) {
        return with(slot, checkouts, checkoutUrl, checkoutUntil, packed, cancellations, cancellation, other);
    }

    private Order with(
            Slot slot,
            int checkouts,
            @Nullable String checkoutUrl,
            @Nullable Instant checkoutUntil,
            boolean packed,
            int cancellations,
            @Nullable Cancellation cancellation,
            NoticesOfOrder notified) {
        return new Order(
                id,
                offer,
                location,
                payer,
                description,
                slot,
                madeAt,
                checkouts,
                checkoutUrl,
                checkoutUntil,
                packed,
                cancellations,
                cancellation,
                notified);
    }

    boolean isCancelled() {
        return cancellation != null;
    }

    /// Of a shop order, as events and previews name it.
    String orderState() {
        return packed ? "IN_PROGRESS" : "NEW";
    }

    JsonObject json() {
        var json = new JsonObject()
                .put("id", id)
                .put("offer", offer.slug())
                .put("location", location)
                .put("payer", payer.id())
                .put("description", description)
                .put("madeAt", madeAt.toString())
                .put("checkouts", checkouts)
                .put("packed", packed)
                .put("cancellations", cancellations)
                .put("notified", notified.json());
        slot.putInto(json);
        if (checkoutUrl != null && checkoutUntil != null) {
            json.put("checkoutUrl", checkoutUrl).put("checkoutUntil", checkoutUntil.toString());
        }
        if (cancellation != null) {
            json.put("cancellation", cancellation.json());
        }
        return json;
    }

    static Order of(JsonObject json) {
        String until = json.getString("checkoutUntil");
        var cancellation = json.getJsonObject("cancellation");
        return new Order(
                json.getString("id"),
                Offer.of(json.getString("offer")).orElseThrow(),
                json.getString("location"),
                Member.of(json.getString("payer")),
                json.getString("description"),
                Slot.of(json),
                Instant.parse(json.getString("madeAt")),
                json.getInteger("checkouts"),
                json.getString("checkoutUrl"),
                until == null ? null : Instant.parse(until),
                json.getBoolean("packed"),
                json.getInteger("cancellations"),
                cancellation == null ? null : Cancellation.of(cancellation),
                NoticesOfOrder.of(json.getJsonObject("notified")));
    }
}
