package com.coworkpay.refund.support;

import com.coworkpay.kakaopay.simulator.EffectKind;
import com.coworkpay.kakaopay.simulator.SimulatorControl;
import com.coworkpay.platform.testkit.KafkaProbe;
import com.coworkpay.platform.testkit.ReceivedEvent;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/// A connected location of its own for each test, so that tests never meet: what integration-service, payment-service
/// and the booking system say of it, and what the simulator's ledger has.
public final class TestLocation {

    private final String location = "loc-" + UUID.randomUUID().toString().substring(0, 8);
    private final String account = UUID.randomUUID().toString();
    private final SimulatorControl kakaoPay = TestEnvironment.simulator();
    private int version;

    private TestLocation() {}

    /// Connected, automatic refunds on, in Seoul.
    public static TestLocation open() {
        return nowhere().publish(true, "Asia/Seoul");
    }

    /// Its credential can be fetched, but no event was published.
    public static TestLocation nowhere() {
        TestLocation place = new TestLocation();
        IntegrationStub.account(place.account, TestEnvironment.CID, "SECRET_KEY", TestEnvironment.KEY, 1);
        return place;
    }

    public String location() {
        return location;
    }

    public String account() {
        return account;
    }

    public SimulatorControl kakaoPay() {
        return kakaoPay;
    }

    // ---- integration-service's events

    public TestLocation publish(boolean automaticRefunds, String timezone) {
        JsonObject state = new JsonObject()
                .put("locationId", location)
                .put("version", ++version)
                .put("title", "강남")
                .put("timezone", timezone)
                .put("locale", "ko")
                .put("refundApprovalLimitKrw", 100000)
                .put(
                        "kakaopay",
                        new JsonObject()
                                .put("status", "CONNECTED")
                                .put("accountId", account)
                                .put("accounts", new JsonArray().add(connectedAccount()))
                                .put("payables", new JsonObject().put("BOOKING", true))
                                .put("automaticRefunds", automaticRefunds)
                                .put("lastCheck", null));
        KafkaProbe.publish("integration.events", location, "coworkpay.integration.changed.v1", state.encode());
        until(() -> Db.number("select coalesce(max(version), 0) from location_replica where location_id = ?", location)
                == version);
        return this;
    }

    private JsonObject connectedAccount() {
        return new JsonObject()
                .put("accountId", account)
                .put("cid", TestEnvironment.CID)
                .put("live", true)
                .put("status", "ACTIVE")
                .put("credentialKind", "SECRET_KEY")
                .put("credentialVersion", 1)
                .put("credentialAcceptedAt", "2026-01-01T00:00:00Z");
    }

    /// By its own word: full days begin at midnight.
    public TestLocation withoutSchedule() {
        return schedule(new JsonObject().put("kind", "DEFAULT"), "1970-01-01", Instant.now(), null);
    }

    /// The booking system sets opening hours, or that there are none.
    public TestLocation schedule(JsonObject schedule, String validFrom, Instant changedAt, @Nullable JsonObject hours) {
        long before = schedules();
        JsonObject event = new JsonObject()
                .put("locationId", location)
                .put("schedule", schedule)
                .put("validFrom", validFrom)
                .put("changedAt", changedAt.toString())
                .put("hours", hours);
        KafkaProbe.publish("booking.events", location, "location.schedule_changed.v1", event.encode());
        until(() -> schedules() > before);
        return this;
    }

    private long schedules() {
        return Db.number("select count(*) from schedule_version where location_id = ?", location);
    }

    /// Known, and not connected yet.
    public TestLocation publishUnconnected() {
        JsonObject state = new JsonObject()
                .put("locationId", location)
                .put("version", ++version)
                .put("title", "강남")
                .put("timezone", "Asia/Seoul")
                .put("locale", "ko")
                .put("refundApprovalLimitKrw", 100000)
                .put("kakaopay", null);
        KafkaProbe.publish("integration.events", location, "coworkpay.location.changed.v1", state.encode());
        until(() -> Db.number("select coalesce(max(version), 0) from location_replica where location_id = ?", location)
                == version);
        return this;
    }

    // ---- payment-service's events

    /// A payment of 22,000 won that KakaoPay took just now.
    public TestPayment pay() {
        return pay(PaymentSpec.booking());
    }

    public TestPayment pay(PaymentSpec spec) {
        TestPayment paid = payUnpublished(spec);
        publishPaid(paid);
        return paid;
    }

    /// Paid at KakaoPay, and not published.
    public TestPayment payUnpublished(PaymentSpec spec) {
        return spec.at(this);
    }

    public void publishPaid(TestPayment paid) {
        KafkaProbe.publish(
                "payment.events", paid.id(), paid.eventType(), paid.state().encode());
        until(() -> Db.number("select count(*) from paid_payment where payment_id = ?::uuid", paid.id()) == 1);
    }

    // ---- the booking system's events

    public JsonObject cancellation(TestPayment paid, Instant at) {
        return new JsonObject()
                .put("cancellationId", "c-" + UUID.randomUUID())
                .put("locationId", location)
                .put("payable", new JsonObject().put("type", paid.payableType()).put("id", paid.payableId()))
                .put("cancelledAt", at.toString())
                .put("cancelledBy", new JsonObject().put("id", "owner-1").put("role", "LOCATION_MEMBER"));
    }

    /// Sent at the moment of the cancellation.
    public void cancel(JsonObject cancellation) {
        cancel(cancellation, "ce_time", cancellation.getString("cancelledAt"));
    }

    public void cancel(JsonObject cancellation, String... headers) {
        String type = cancellation.getJsonObject("payable").getString("type");
        String event =
                switch (type) {
                    case "EVENT_TICKET" -> "event_ticket.cancelled.v1";
                    case "SHOP_ORDER" -> "shop_order.cancelled.v1";
                    default -> "booking.cancelled.v1";
                };
        KafkaProbe.publish(
                "booking.events",
                cancellation.getJsonObject("payable").getString("id"),
                event,
                cancellation.encode(),
                headers);
    }

    public void restore(TestPayment paid, Instant at, @Nullable String cancellationId) {
        JsonObject restore = new JsonObject()
                .put("locationId", location)
                .put("payable", new JsonObject().put("type", paid.payableType()).put("id", paid.payableId()))
                .put("restoredAt", at.toString())
                .put("cancellationId", cancellationId);
        KafkaProbe.publish(
                "booking.events",
                paid.payableId(),
                paid.payableType().toLowerCase(Locale.ROOT) + ".restored.v1",
                restore.encode(),
                "ce_time",
                at.toString());
    }

    /// Sent after everything before it in the same partition, and consumed: a fence.
    public void fence(TestPayment paid) {
        JsonObject move = new JsonObject()
                .put("locationId", location)
                .put("payable", new JsonObject().put("type", "BOOKING").put("id", paid.payableId()))
                .put("movedAt", Instant.now().toString())
                .put("startAt", "2030-01-10T09:00:00+09:00");
        KafkaProbe.publish("booking.events", paid.payableId(), "booking.moved.v1", move.encode());
        until(() -> Db.number(
                        "select count(*) from rescheduling where location_id = ? and payable_id = ?",
                        location,
                        paid.payableId())
                == 1);
    }

    // ---- what came of it

    public static String decision(TestPayment paid) {
        until(() -> Db.number("select count(*) from decision where payment_id = ?::uuid", paid.id()) > 0);
        return Db.text(
                "select outcome || ' ' || reason || ' ' || amount_krw from decision where payment_id = ?::uuid"
                        + " order by decided_at desc limit 1",
                paid.id());
    }

    public static String refundId(TestPayment paid) {
        until(() -> Db.number("select count(*) from refund where payment_id = ?::uuid", paid.id()) > 0);
        return Db.text(
                "select id from refund where payment_id = ?::uuid order by requested_at desc, id desc limit 1",
                paid.id());
    }

    public static void untilRefund(String refundId, String status) {
        Awaitility.await("refund " + refundId + " is " + status)
                .atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> Db.status(refundId), status::equals);
    }

    /// Refunded and reserved won, as this service's ledger has it.
    public static String ledger(TestPayment paid) {
        return Db.text(
                "select refunded_krw || ' ' || reserved_krw from paid_payment where payment_id = ?::uuid", paid.id());
    }

    /// The amounts of KakaoPay's cancels, in order.
    public List<Long> cancels(TestPayment paid) {
        return kakaoPay.ledger(paid.id(), EffectKind.CANCEL).stream()
                .map(effect -> effect.amountKrw())
                .toList();
    }

    public static ReceivedEvent event(TestPayment paid, String type) {
        return KafkaProbe.awaitEvent(
                "refund.events",
                e -> paid.id().equals(e.key()) && ("coworkpay.refund." + type + ".v1").equals(e.type()));
    }

    public static ReceivedEvent notice(TestPayment paid, String type) {
        return KafkaProbe.awaitEvent(
                "booking.notices",
                e -> ("coworkpay.notice." + type + ".v1").equals(e.type())
                        && paid.id().equals(e.data().path("paymentId").asText()));
    }

    public static void until(java.util.concurrent.Callable<Boolean> holds) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(50))
                .until(holds);
    }
}
