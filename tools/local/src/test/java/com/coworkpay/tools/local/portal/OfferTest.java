package com.coworkpay.tools.local.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/// What is sold takes place in the location's time, not in the machine's.
class OfferTest {
    /// Already the second of December in Seoul.
    private static final Instant EVENING_IN_LONDON = Instant.parse("2026-12-01T23:30:00Z");

    @Test
    void tomorrowIsTheLocationsTomorrow() {
        assertThat(Offer.DESK.slot(When.TOMORROW, EVENING_IN_LONDON, Screen.ZONE))
                .isEqualTo(new Slot(null, LocalDate.parse("2026-12-03")));
        assertThat(Offer.ROOM.slot(When.TOMORROW, EVENING_IN_LONDON, Screen.ZONE))
                .isEqualTo(new Slot(Instant.parse("2026-12-03T01:00:00Z"), null));
        assertThat(Offer.ROOM
                        .slot(When.IN_30_MINUTES, EVENING_IN_LONDON, Screen.ZONE)
                        .startAt())
                .isEqualTo(Instant.parse("2026-12-02T00:00:00Z"));
    }

    @Test
    void allTicketsOfOneEventAreForOneEvening() {
        var slot = Offer.TICKET.slot(When.TOMORROW, EVENING_IN_LONDON, Screen.ZONE);
        assertThat(slot.startAt()).isEqualTo(Instant.parse("2026-12-11T10:00:00Z"));
        assertThat(Offer.TICKET.slot(When.TOMORROW, EVENING_IN_LONDON.plusSeconds(3_600), Screen.ZONE))
                .isEqualTo(slot);
        assertThat(Offer.TICKET.payable("ticket-1", slot, Screen.ZONE).getString("eventId"))
                .isEqualTo("networking-day-2026-12-11");
    }

    @Test
    void onlyWhatCanBeCancelledHasAPolicy() {
        for (var offer : Offer.values()) {
            assertThat(offer.policy() != null)
                    .as(offer.name())
                    .isEqualTo(offer.payableType().matches("BOOKING|EVENT_TICKET|SHOP_ORDER"));
        }
    }
}
