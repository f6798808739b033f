package com.coworkpay.tools.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.coworkpay.kakaopay.simulator.Method;
import io.vertx.core.json.JsonObject;
import java.util.UUID;

/// A refund above the limit that minji asked for.
record Approval(StartedPayment payment, String refundId) {
    static final long TOTAL_KRW = 150_000;
    static final long PART_KRW = 120_000;

    /// Of a payment of its own.
    static Approval asked(Stack.Place place) {
        var payment = place.suite().payHall(place.location(), place.nextBooking(), TOTAL_KRW);
        place.suite().visit(place.kakaopay().pay(payment.redirectUrl(), Method.MONEY));
        place.suite().awaitStatus(payment, "SUCCEEDED");
        place.suite().preview(payment);
        var answer = place.suite()
                .administrators()
                .refund(payment, PART_KRW, TOTAL_KRW, UUID.randomUUID().toString());
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        assertThat(answer.json().getString("status")).isEqualTo("AWAITING_APPROVAL");
        return new Approval(payment, answer.json().getString("refundId"));
    }

    JsonObject stored(Stack.Place place) {
        return place.suite().administrators().refunds(payment).getJsonArray("refunds").stream()
                .map(JsonObject.class::cast)
                .filter(each -> refundId.equals(each.getString("refundId")))
                .findFirst()
                .orElseThrow();
    }

    void isRefundedOnce(Stack.Place place) {
        place.suite().administrators().awaitRefunds(payment, PART_KRW);
        Money.refunded(place.kakaopay(), payment, PART_KRW);
        assertThat(stored(place).getString("status")).isEqualTo("SUCCEEDED");
    }
}
