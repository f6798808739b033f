package com.coworkpay.platform.outbox;

import java.util.Set;

/// The types of one of our own services' topics that carry a whole state. A type may be added to them: it is read like
/// the
/// others, as only its name says what changed, and the version decides. What else a service of ours tells there is for
/// somebody else; what nobody of ours tells is unreadable.
public record StateTypes(Set<String> families) {
    public static final StateTypes OF_PAYMENTS = new StateTypes(Set.of("coworkpay.payment."));
    public static final StateTypes OF_REFUNDS = new StateTypes(Set.of("coworkpay.refund."));
    public static final StateTypes OF_LOCATIONS =
            new StateTypes(Set.of("coworkpay.location.", "coworkpay.integration.", "coworkpay.credential."));

    private static final String OURS = "coworkpay.";
    private static final String VERSION = ".v1";

    /// @throws UnreadableEvent for what none of our services tells
    public boolean carriesState(IncomingEvent event) {
        String type = event.type();
        if (!type.startsWith(OURS)) {
            throw new UnreadableEventException("unknown type");
        }
        return type.endsWith(VERSION) && families.stream().anyMatch(type::startsWith);
    }
}
