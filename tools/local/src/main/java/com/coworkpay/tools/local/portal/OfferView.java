package com.coworkpay.tools.local.portal;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// An offer as the shop shows it. What is public is called by the template.
record OfferView(
        String slug,
        String key,
        String title,
        String price,
        String policy,
        String takesPlace,
        String refused,
        String press,
        List<OrderView.WhenView> starts) {
    static OfferView of(Offer offer, Instant now, Optional<JsonObject> methods, Language language) {
        boolean chooses = !offer.starts().isEmpty();
        return new OfferView(
                offer.slug(),
                UUID.randomUUID().toString().replace("-", "").substring(0, 16),
                offer.title().in(language),
                language.won(offer.krw()),
                offer.policyWording().in(language),
                chooses ? "" : offer.slot(When.TOMORROW, now, Screen.ZONE).wording(language, Screen.ZONE),
                methods.map(answer -> answer.getJsonObject("byPayableType"))
                        .map(types -> types.getJsonObject(offer.payableType()))
                        .filter(type -> !type.getBoolean("offered"))
                        .map(OfferView::reasons)
                        .orElse(""),
                (offer.isReserved() ? Texts.BOOK : Texts.BUY).in(language),
                OrderView.WhenView.of(offer, language));
    }

    static String reasons(JsonObject availability) {
        return String.join(
                " ",
                availability.getJsonArray("reasons").stream()
                        .map(reason -> ((JsonObject) reason).getString("message"))
                        .toList());
    }
}
