package com.coworkpay.integration.settings.api;

import com.coworkpay.integration.Words;
import com.coworkpay.integration.settings.domain.NotOffered;
import com.coworkpay.integration.settings.domain.Offer;
import com.coworkpay.integration.settings.domain.PayableType;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// Whether KakaoPay is offered. `offered` and `reasons` answer for the kind that was asked for; without one,
/// `byPayableType` answers for all five.
@Schema(
        name = "PaymentMethods",
        requiredProperties = {"locationId"})
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PaymentMethodsAnswer(
        String locationId,
        @Nullable PayableType payableType,
        @Nullable Boolean offered,
        @Nullable List<Reason> reasons,
        @Nullable Map<PayableType, Offered> byPayableType) {

    @Schema(
            name = "Offered",
            requiredProperties = {"offered", "reasons"})
    public record Offered(boolean offered, List<Reason> reasons) {}

    /// @param message a sentence in the caller's language
    @Schema(
            name = "NotOfferedReason",
            requiredProperties = {"code", "message"})
    public record Reason(NotOffered code, String message) {}

    static PaymentMethodsAnswer ofOne(String locationId, Offer offer, Words words) {
        return new PaymentMethodsAnswer(locationId, offer.payableType(), offer.offered(), reasons(offer, words), null);
    }

    static PaymentMethodsAnswer ofAll(String locationId, List<Offer> offers, Words words) {
        var byType = new EnumMap<PayableType, Offered>(PayableType.class);
        offers.forEach(offer -> byType.put(offer.payableType(), new Offered(offer.offered(), reasons(offer, words))));
        return new PaymentMethodsAnswer(locationId, null, null, null, byType);
    }

    private static List<Reason> reasons(Offer offer, Words words) {
        return offer.reasons().stream()
                .map(reason -> new Reason(reason, words.say(key(reason), Map.of())))
                .toList();
    }

    private static String key(NotOffered reason) {
        return "not-offered." + reason.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
