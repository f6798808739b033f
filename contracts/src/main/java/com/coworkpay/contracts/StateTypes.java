package com.coworkpay.contracts;

import com.coworkpay.platform.outbox.IncomingEvent;
import com.coworkpay.platform.outbox.UnreadableEventException;
import java.util.Set;

/// The types of events on one of our own topics that carry a whole state. A type may be added to them: it is read like
/// the others, as only its name says what changed, and the version decides. What else our services publish there is
/// for other consumers.
public enum StateTypes {
    PAYMENTS("coworkpay.payment."),
    REFUNDS("coworkpay.refund."),
    LOCATIONS("coworkpay.location.", "coworkpay.integration.", "coworkpay.credential.");

    private static final String OURS = "coworkpay.";
    private static final String VERSION = ".v1";

    private final Set<String> families;

    StateTypes(String... families) {
        this.families = Set.of(families);
    }

    /// @throws UnreadableEventException for an event that none of our services publishes
    public boolean include(IncomingEvent event) {
        String type = event.type();
        if (!type.startsWith(OURS)) {
            throw new UnreadableEventException("unknown type");
        }
        return type.endsWith(VERSION) && families.stream().anyMatch(type::startsWith);
    }
}
