package com.coworkpay.contracts;

import com.coworkpay.platform.outbox.EventData;
import java.util.Optional;

/// A payable, as the booking system names it.
///
/// @param type the name of a [PayableType]; of payments it may be one that this process does not know
public record PayableRef(String locationId, String type, String id) {

    public PayableRef(String locationId, PayableType type, String id) {
        this(locationId, type.name(), id);
    }

    static PayableRef read(EventData data, PayableType expected) {
        EventData payable = data.object("payable");
        if (!payable.text("type").equals(expected.name())) {
            throw payable.unreadable("type", "the one that the event's type speaks of");
        }
        return new PayableRef(data.locationId("locationId"), expected, payable.id("id"));
    }

    public Optional<PayableType> knownType() {
        return PayableType.find(type);
    }
}
