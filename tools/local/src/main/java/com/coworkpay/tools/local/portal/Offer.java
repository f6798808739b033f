package com.coworkpay.tools.local.portal;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The six things that the stand-in sells: each type of payable, each kind of policy.
enum Offer {
    ROOM(
            "BOOKING",
            22_000,
            new Said("회의실 A, 2시간", "Meeting room A, two hours"),
            new Said("시작 1시간 전까지 전액 환불", "All of it back until 1 hour before the start"),
            beforeStart("PT1H"),
            List.of(When.IN_3_HOURS, When.IN_30_MINUTES, When.TOMORROW, When.NEXT_WEEK)),
    DESK(
            "BOOKING",
            15_000,
            new Said("지정석 7, 하루", "Desk 7, one day"),
            new Said(
                    "시작 12시간 전까지 100%, 2시간 전까지 50%, 시작 전까지 10% 환불",
                    "100% back until 12 hours before, 50% until 2 hours before, 10% until the day begins"),
            tiers(),
            List.of(When.TOMORROW, When.NEXT_WEEK)),
    TICKET(
            "EVENT_TICKET",
            33_000,
            new Said("네트워킹 데이 입장권", "Networking day, one ticket"),
            new Said("시작 하루 전까지 전액 환불", "All of it back until 1 day before"),
            beforeStart("P1D"),
            List.of()),
    BEANS(
            "SHOP_ORDER",
            18_000,
            new Said("원두 500g", "Coffee beans, 500 g"),
            new Said("포장을 시작하기 전까지 전액 환불", "All of it back until we begin to pack it"),
            new JsonObject().put("kind", "UNTIL_PROCESSED"),
            List.of()),
    CREDITS(
            "CREDIT_PACKAGE",
            22_000,
            new Said("크레딧 10개", "10 credits"),
            new Said("환불은 지점에 문의해 주세요", "Ask the location for a refund"),
            null,
            List.of()),
    INVOICE(
            "INVOICE",
            110_000,
            new Said("12월 이용 요금 청구서", "Invoice for December"),
            new Said("환불은 지점에 문의해 주세요", "Ask the location for a refund"),
            null,
            List.of());

    private static final LocalTime EVENING = LocalTime.of(19, 0);

    private final String payableType;
    private final long krw;
    private final Said title;
    private final Said policyWording;
    private final @Nullable JsonObject policy;
    private final List<When> starts;

    Offer(
            String payableType,
            long krw,
            Said title,
            Said policyWording,
            @Nullable JsonObject policy,
            List<When> starts) {
        this.payableType = payableType;
        this.krw = krw;
        this.title = title;
        this.policyWording = policyWording;
        this.policy = policy;
        this.starts = starts;
    }

    static Optional<Offer> of(@Nullable String slug) {
        return Arrays.stream(values())
                .filter(offer -> offer.slug().equals(slug))
                .findFirst();
    }

    String slug() {
        return name().toLowerCase(Locale.ROOT);
    }

    String payableType() {
        return payableType;
    }

    long krw() {
        return krw;
    }

    Said title() {
        return title;
    }

    Said policyWording() {
        return policyWording;
    }

    @Nullable
    JsonObject policy() {
        return policy == null ? null : policy.copy();
    }

    List<When> starts() {
        return starts;
    }

    boolean isBooking() {
        return payableType.equals("BOOKING");
    }

    /// Something that takes place, and is kept for who books it.
    boolean isReserved() {
        return isBooking() || this == TICKET;
    }

    /// Credits and invoices are cancelled by no event.
    boolean isCancellable() {
        return policy != null;
    }

    boolean isWholeDay() {
        return this == DESK;
    }

    /// @param when ignored where the form offers no choice
    Slot slot(When when, Instant now, ZoneId zone) {
        return switch (this) {
            case ROOM, DESK -> when.slot(isWholeDay(), now, zone);
            case TICKET -> new Slot(nextEvent(now, zone), null);
            case BEANS, CREDITS, INVOICE -> Slot.NONE;
        };
    }

    /// The same for all who buy a ticket in the same days: a Friday evening, three days ahead at least.
    private static Instant nextEvent(Instant now, ZoneId zone) {
        return now.atZone(zone)
                .toLocalDate()
                .plusDays(3)
                .with(TemporalAdjusters.nextOrSame(DayOfWeek.FRIDAY))
                .atTime(EVENING)
                .atZone(zone)
                .toInstant();
    }

    /// As the payment API wants it.
    JsonObject payable(String id, Slot slot, ZoneId zone) {
        var payable = new JsonObject().put("type", payableType).put("id", id);
        switch (this) {
            case ROOM -> payable.put("resourceType", "ROOM").put("resourceId", "room-a");
            case DESK -> payable.put("resourceType", "DESK").put("resourceId", "desk-7");
            case TICKET -> payable.put("eventId", eventId(slot, zone));
            case BEANS, CREDITS, INVOICE -> {}
        }
        slot.putInto(payable);
        return payable;
    }

    static String eventId(Slot slot, ZoneId zone) {
        return slot.startAt() == null
                ? "networking-day"
                : "networking-day-" + slot.startAt().atZone(zone).toLocalDate();
    }

    private static JsonObject beforeStart(String before) {
        return new JsonObject().put("kind", "BEFORE_START").put("before", before);
    }

    private static JsonObject tiers() {
        return new JsonObject()
                .put("kind", "TIERED")
                .put(
                        "tiers",
                        new JsonArray()
                                .add(tier("PT12H", 100))
                                .add(tier("PT2H", 50))
                                .add(tier("PT0S", 10)));
    }

    private static JsonObject tier(String before, int percent) {
        return new JsonObject().put("before", before).put("percent", percent);
    }
}
