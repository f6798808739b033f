package com.coworkpay.integration.location.api;

import com.coworkpay.integration.location.domain.LocationState;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// @param version counts every change to the location and its connection; the entity tag
@Schema(
        name = "Location",
        requiredProperties = {"locationId", "title", "timezone", "locale", "refundApprovalLimitKrw", "version"})
public record LocationResponse(
        String locationId, String title, String timezone, String locale, long refundApprovalLimitKrw, long version) {

    static LocationResponse of(LocationState state) {
        var location = state.location();
        return new LocationResponse(
                location.id(),
                location.title(),
                location.zone().getId(),
                location.locale().tag(),
                location.refundApprovalLimitKrw(),
                state.version());
    }
}
