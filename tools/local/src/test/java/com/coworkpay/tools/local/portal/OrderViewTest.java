package com.coworkpay.tools.local.portal;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// A page says of an order what holds together; while something is on its way it looks again.
class OrderViewTest {
    private static final Instant NOW = Instant.parse("2031-01-09T00:00:00Z");
    private static final String PAID = "0199c300-7d4a-7c11-8a55-0242ac120002";

    private final Order order = paid(Order.of(
            "room-1", Offer.ROOM, "gangnam", Member.of("jisoo"), "회의실", new Slot(NOW.plusSeconds(7200), null), NOW));

    @Test
    void afterAMoveThePreviewOfTheFormerStartIsNotShownAndThePageLooksAgain() {
        var preview = preview("2031-01-09T02:00:00Z", null);
        assertThat(view(order, preview).preview()).isEqualTo("22,000원");
        assertThat(view(order, preview).isMoving(NOW)).isFalse();

        var moved = order.withSlot(new Slot(NOW.plusSeconds(86_400), null));
        assertThat(view(moved, preview).preview()).isEmpty();
        assertThat(view(moved, preview).isMoving(NOW)).isTrue();

        var followed = preview("2031-01-10T00:00:00Z", null);
        assertThat(view(moved, followed).preview()).isEqualTo("22,000원");
        assertThat(view(moved, followed).isMoving(NOW)).isFalse();
    }

    @Test
    void aWholeDayIsTheSameWheneverItOpens() {
        var day = order.withSlot(new Slot(null, java.time.LocalDate.of(2031, 1, 10)));
        assertThat(view(day, preview("2031-01-10T00:30:00Z", "2031-01-10")).isMoving(NOW))
                .isFalse();
        assertThat(view(day, preview("2031-01-11T00:30:00Z", "2031-01-11")).isMoving(NOW))
                .isTrue();
    }

    private static OrderView view(Order order, JsonObject preview) {
        var payment = new JsonObject()
                .put("paymentId", PAID)
                .put("status", "SUCCEEDED")
                .put("payable", new JsonObject().put("id", order.id()))
                .put("refundedKrw", 0L)
                .put("refundPendingKrw", 0L);
        return new OrderView(
                order,
                Language.KO,
                Optional.of(new JsonObject().put("payments", new JsonArray().add(payment))),
                Optional.of(preview));
    }

    private static JsonObject preview(String at, @Nullable String day) {
        return new JsonObject()
                .put("amountKrw", 22_000L)
                .put("explanation", new JsonObject().put("ko", "기한 안입니다.").put("en", "In time."))
                .put("start", new JsonObject().put("at", at).put("day", day));
    }

    private static Order paid(Order order) {
        return order.withNotified(NoticesOfOrder.NOTHING.and(
                "coworkpay.notice.payment_paid.v1",
                new JsonObject()
                        .put("paymentId", PAID)
                        .put("status", "SUCCEEDED")
                        .put("version", 3L)
                        .put("totalKrw", 22_000L)
                        .put("occurredAt", "2031-01-08T00:00:00Z")));
    }
}
