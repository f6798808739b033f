package com.coworkpay.integration.paymentmethods;

import com.coworkpay.contracts.PayableType;
import com.coworkpay.integration.Messages;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// Whether KakaoPay is offered. `offered` and `reasons` answer for the kind that was asked for; without one,
/// `byPayableType` answers for all.
@Schema(
        name = "PaymentMethods",
        requiredProperties = {"locationId"})
@JsonInclude(JsonInclude.Include.NON_NULL)
record PaymentMethodsResponse(
        String locationId,
        @Nullable PayableType payableType,
        @Nullable Boolean offered,
        @Nullable List<Reason> reasons,
        @Nullable Map<PayableType, Availability> byPayableType) {

    @Schema(
            name = "PaymentMethodAvailability",
            requiredProperties = {"offered", "reasons"})
    record Availability(boolean offered, List<Reason> reasons) {}

    /// @param message a sentence in the caller's language
    @Schema(
            name = "UnavailableReasonDetail",
            requiredProperties = {"code", "message"})
    record Reason(PaymentMethodAvailability.UnavailableReason code, String message) {}

    static PaymentMethodsResponse ofOne(String locationId, PaymentMethodAvailability availability, Messages messages) {
        return new PaymentMethodsResponse(
                locationId,
                availability.payableType(),
                availability.isAvailable(),
                reasons(availability, messages),
                null);
    }

    static PaymentMethodsResponse ofAll(
            String locationId, List<PaymentMethodAvailability> availabilities, Messages messages) {
        var byType = new EnumMap<PayableType, Availability>(PayableType.class);
        availabilities.forEach(availability -> byType.put(
                availability.payableType(),
                new Availability(availability.isAvailable(), reasons(availability, messages))));
        return new PaymentMethodsResponse(locationId, null, null, null, byType);
    }

    private static List<Reason> reasons(PaymentMethodAvailability availability, Messages messages) {
        return availability.reasons().stream()
                .map(reason -> new Reason(reason, messages.format(key(reason), Map.of())))
                .toList();
    }

    private static String key(PaymentMethodAvailability.UnavailableReason reason) {
        return "not-offered." + reason.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
