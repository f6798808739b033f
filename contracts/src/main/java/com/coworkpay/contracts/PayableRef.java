package com.coworkpay.contracts;

import com.coworkpay.platform.outbox.EventData;

/// What a booking event is about, as the booking system names it.
public record PayableRef(String locationId, PayableKind kind, String id) {

    static PayableRef read(EventData data, PayableKind expected) {
        EventData payable = data.object("payable");
        if (!payable.text("type").equals(expected.name())) {
            throw payable.unreadable("type", "the one that the event's type speaks of");
        }
        return new PayableRef(data.locationId("locationId"), expected, payable.id("id"));
    }
}
