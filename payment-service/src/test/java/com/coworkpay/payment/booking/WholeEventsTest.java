package com.coworkpay.payment.booking;

import static org.assertj.core.api.Assertions.assertThat;

import com.coworkpay.kakaopay.simulator.Endpoint;
import com.coworkpay.payment.support.Db;
import com.coworkpay.payment.support.PaymentServiceTest;
import com.coworkpay.payment.support.TestShop;
import com.coworkpay.payment.support.TestShop.PendingPayment;
import com.coworkpay.platform.testkit.KafkaProbe;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/// The booking system cancels a whole event, or closes a day.
@PaymentServiceTest
class WholeEventsTest {

    private final TestShop shop = TestShop.open();
    private final String eventId = "event-" + UUID.randomUUID();

    @Test
    void pendingPaymentsOfItsTicketsAreCanceled() {
        PendingPayment ticket = ticket(eventId);
        String returnUrl = shop.pay(ticket);
        PendingPayment other = ticket("event-" + UUID.randomUUID());
        cancelEvent();
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> Db.status(ticket.id()), "CANCELED"::equals);
        assertThat(Db.text("select reason from payment where id = ?::uuid", ticket.id()))
                .isEqualTo("PAYABLE_CANCELED");
        assertThat(TestShop.statusAt(TestShop.visit(returnUrl))).isEqualTo("CANCELED");
        assertThat(shop.calls(ticket.id(), Endpoint.APPROVE)).isZero();
        assertThat(Db.status(other.id())).isEqualTo("WAITING");
    }

    @Test
    void whatIsPaidStaysPaid() {
        PendingPayment ticket = ticket(eventId);
        assertThat(TestShop.statusAt(TestShop.visit(shop.pay(ticket)))).isEqualTo("SUCCEEDED");
        PendingPayment pending = ticket(eventId);
        cancelEvent();
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> Db.status(pending.id()), "CANCELED"::equals);
        assertThat(Db.status(ticket.id())).isEqualTo("PAID");
    }

    /// Which zone the day is in is not known here. Consumed: what follows in the partition is.
    @Test
    void aClosedDayChangesNothing() {
        PendingPayment ticket = ticket(eventId);
        KafkaProbe.publish(
                "booking.events",
                eventId,
                "location.day_closed.v1",
                new JsonObject()
                        .put("cancellationId", "d-" + eventId)
                        .put("locationId", shop.location())
                        .put("day", "2026-12-01")
                        .put("closedAt", Instant.now().toString())
                        .put("closedBy", new JsonObject().put("id", "host-1").put("role", "ADMIN"))
                        .encode());
        String other = "event-" + UUID.randomUUID();
        PendingPayment fence = ticket(other);
        KafkaProbe.publish(
                "booking.events",
                eventId,
                "event.cancelled.v1",
                event().put("eventId", other).encode());
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> Db.status(fence.id()), "CANCELED"::equals);
        assertThat(Db.status(ticket.id())).isEqualTo("WAITING");
    }

    private PendingPayment ticket(String ofEvent) {
        JsonObject request = TestShop.booking("ticket-" + UUID.randomUUID());
        request.getJsonObject("payable").put("type", "EVENT_TICKET").put("eventId", ofEvent);
        request.getJsonObject("payable").remove("resourceType");
        request.getJsonObject("payable").remove("resourceId");
        return PendingPayment.of(shop.initiate(request));
    }

    private JsonObject event() {
        return new JsonObject()
                .put("cancellationId", "c-" + UUID.randomUUID())
                .put("locationId", shop.location())
                .put("eventId", eventId)
                .put("cancelledAt", Instant.now().toString())
                .put("cancelledBy", new JsonObject().put("id", "host-1").put("role", "ADMIN"));
    }

    private void cancelEvent() {
        KafkaProbe.publish("booking.events", eventId, "event.cancelled.v1", event().encode());
    }
}
