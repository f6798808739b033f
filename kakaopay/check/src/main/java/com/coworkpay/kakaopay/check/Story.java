package com.coworkpay.kakaopay.check;

import com.coworkpay.kakaopay.connector.ApproveRequest;
import com.coworkpay.kakaopay.connector.CancelRequest;
import com.coworkpay.kakaopay.connector.Order;
import com.coworkpay.kakaopay.connector.OrderRequest;
import com.coworkpay.kakaopay.connector.Outcome;
import com.coworkpay.kakaopay.connector.Ready;
import com.coworkpay.kakaopay.connector.ReadyRequest;
import com.coworkpay.kakaopay.simulator.Endpoint;
import com.coworkpay.platform.secret.SecretText;
import java.net.URI;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// What is played: the life of a payment, and every way to be refused that can be tried with test money. The same at
/// KakaoPay and at the simulator beside it.
///
/// @param returnUrl the base of the three addresses a payer comes back to
/// @param once without the second payment
record Story(String orderId, String secondOrderId, URI returnUrl, boolean once) {
    private static final long TOTAL_KRW = 3_300;
    private static final long VAT_KRW = 300;
    private static final long PART_KRW = 1_100;
    private static final String USER = "kakaopay-check";
    private static final String NO_TID = "T0000000000000000000";
    private static final String NO_TOKEN = "0".repeat(20);
    private static final UnaryOperator<Sent> AS_IT_IS = UnaryOperator.identity();

    static Story with(URI returnUrl, boolean once) {
        return new Story("check-" + UUID.randomUUID(), "check-" + UUID.randomUUID(), returnUrl, once);
    }

    /// Plays as far as it goes.
    ///
    /// @return how far it came, null for the whole of it
    @Nullable
    String play(Conversation with, Payer payer) {
        badRequestsOfReady(with);
        Outcome<Ready> outcome = ready(with, "ready", orderId, AS_IT_IS);
        if (!(outcome instanceof Outcome.Done<Ready>(Ready ready))) {
            return "ready was not done: " + OutcomeText.of(outcome);
        }
        var payment = new OrderRequest(ready.tid(), orderId, TOTAL_KRW);
        with.mayBePaid(payment);
        beforeThePayer(with, payment);
        String token = payer.pay(with, payment, ready);
        if (token == null) {
            return "the payment was not confirmed in time";
        }
        order(with, "order, confirmed", payment, AS_IT_IS);
        Outcome<?> approved = approve(with, "approve", payment, token, AS_IT_IS);
        Order paid = with.order(payment);
        if (paid == null || paid.approvedAt() == null) {
            return "approve was not done: " + OutcomeText.of(approved);
        }
        approve(with, "approve again", payment, token, AS_IT_IS);
        order(with, "order, paid", payment, AS_IT_IS);
        refusedCancels(with, payment);
        cancels(with, payment);
        return once ? null : wrongApprovals(with, payer);
    }

    private void badRequestsOfReady(Conversation with) {
        ready(with, "ready without a key", orderId, sent -> sent.authorization(null));
        ready(with, "ready with a wrong key", orderId, Story::wrongKey);
        ready(with, "ready for a wrong CID", orderId, sent -> sent.with("cid", "TC9NOSUCH9"));
        ready(with, "ready without cid", orderId, sent -> sent.without("cid"));
        ready(with, "ready without item_name", orderId, sent -> sent.without("item_name"));
        ready(with, "ready without partner_order_id", orderId, sent -> sent.without("partner_order_id"));
        ready(with, "ready for no number", orderId, sent -> sent.with("total_amount", "many"));
        ready(with, "ready with too much VAT", orderId, sent -> sent.with("vat_amount", "3301"));
        ready(with, "ready without any card", orderId, sent -> sent.with("available_cards", "[]"));
        ready(
                with,
                "ready for another domain",
                orderId,
                sent -> sent.with("approval_url", "https://not-registered.example.com/approved"));
        ready(with, "ready by GET", orderId, sent -> sent.method("GET"));
        ready(
                with,
                "ready in the other encoding",
                orderId,
                sent -> sent.contentType(sent.isForm() ? "application/json" : Sent.FORM));
    }

    private static Sent wrongKey(Sent sent) {
        String header = String.valueOf(sent.authorization);
        String scheme = header.substring(0, header.indexOf(' ') + 1);
        return sent.authorization(scheme + (sent.isForm() ? "f".repeat(32) : "DEV" + "0".repeat(37)));
    }

    private void beforeThePayer(Conversation with, OrderRequest payment) {
        var nothing = new OrderRequest(NO_TID, null, null);
        order(with, "order, ready", payment, AS_IT_IS);
        order(with, "order of no TID", nothing, AS_IT_IS);
        order(with, "order without tid", payment, sent -> sent.without("tid"));
        order(with, "order with a wrong key", payment, Story::wrongKey);
        order(with, "order for a wrong CID", payment, sent -> sent.with("cid", "TC9NOSUCH9"));
        approve(with, "approve of no TID", new OrderRequest(NO_TID, orderId, TOTAL_KRW), NO_TOKEN, AS_IT_IS);
        approve(with, "approve without pg_token", payment, NO_TOKEN, sent -> sent.without("pg_token"));
        approve(with, "approve with a wrong key", payment, NO_TOKEN, Story::wrongKey);
        approve(with, "approve before the payer", payment, NO_TOKEN, AS_IT_IS);
        cancel(with, "cancel before approve", payment, PART_KRW, TOTAL_KRW, AS_IT_IS);
    }

    private void refusedCancels(Conversation with, OrderRequest payment) {
        var nothing = new OrderRequest(NO_TID, orderId, TOTAL_KRW);
        cancel(with, "cancel of no TID", nothing, PART_KRW, TOTAL_KRW, AS_IT_IS);
        cancel(with, "cancel with a wrong key", payment, PART_KRW, TOTAL_KRW, Story::wrongKey);
        cancel(with, "cancel for a wrong CID", payment, PART_KRW, TOTAL_KRW, s -> s.with("cid", "TC9NOSUCH9"));
        cancel(with, "cancel without an amount", payment, PART_KRW, TOTAL_KRW, s -> s.without("cancel_amount"));
        cancel(with, "cancel of a stale balance", payment, PART_KRW, TOTAL_KRW - 1_000, AS_IT_IS);
        long tooMuchKrw = TOTAL_KRW + PART_KRW;
        cancel(
                with,
                "cancel of more than is left",
                payment,
                tooMuchKrw,
                tooMuchKrw,
                sent -> sent.without("cancel_available_amount"));
        cancel(
                with,
                "cancel with too much VAT",
                payment,
                400,
                TOTAL_KRW,
                sent -> sent.with("cancel_vat_amount", Long.toString(VAT_KRW + 50)));
    }

    private void cancels(Conversation with, OrderRequest payment) {
        cancel(with, "cancel in part", payment, PART_KRW, leftKrw(with, payment), AS_IT_IS);
        order(with, "order, cancelled in part", payment, AS_IT_IS);
        cancel(with, "the same cancel again", payment, PART_KRW, TOTAL_KRW, AS_IT_IS);
        cancel(
                with,
                "cancel in part, no payload, no VAT",
                payment,
                PART_KRW,
                leftKrw(with, payment),
                sent -> sent.without("payload").without("cancel_vat_amount"));
        long restKrw = leftKrw(with, payment);
        cancel(with, "cancel of the rest", payment, restKrw, restKrw, AS_IT_IS);
        order(with, "order, cancelled", payment, AS_IT_IS);
        cancel(with, "cancel when nothing is left", payment, PART_KRW, PART_KRW, AS_IT_IS);
        approve(with, "approve of what was cancelled", payment, NO_TOKEN, AS_IT_IS);
    }

    /// At a payment of their own: nobody knows whether KakaoPay goes on with a TID after them.
    private @Nullable String wrongApprovals(Conversation with, Payer payer) {
        Outcome<Ready> outcome = ready(with, "ready for the second", secondOrderId, AS_IT_IS);
        if (!(outcome instanceof Outcome.Done<Ready>(Ready ready))) {
            return "the second ready was not done: " + OutcomeText.of(outcome);
        }
        var payment = new OrderRequest(ready.tid(), secondOrderId, TOTAL_KRW);
        with.mayBePaid(payment);
        String token = payer.pay(with, payment, ready);
        if (token == null) {
            return "the second payment was not confirmed in time";
        }
        approve(with, "approve of another order", payment, token, s -> s.with("partner_order_id", "another-order"));
        approve(with, "approve for another payer", payment, token, s -> s.with("partner_user_id", "another-payer"));
        approve(with, "approve with a wrong token", payment, NO_TOKEN, AS_IT_IS);
        approve(with, "approve of another total", payment, token, s -> s.with("total_amount", "3400"));
        order(with, "order, after wrong approvals", payment, AS_IT_IS);
        return null;
    }

    private static long leftKrw(Conversation with, OrderRequest payment) {
        Order order = with.order(payment);
        long krw = order == null ? TOTAL_KRW : order.availableKrw();
        return Math.max(krw, PART_KRW);
    }

    private Outcome<Ready> ready(Conversation with, String name, String order, UnaryOperator<Sent> change) {
        String base = returnUrl.toString().replaceAll("/+$", "") + "/kakaopay-check/";
        var request = new ReadyRequest(
                order,
                USER,
                "카카오페이 연동 점검",
                1,
                TOTAL_KRW,
                0,
                VAT_KRW,
                URI.create(base + "approved"),
                URI.create(base + "canceled"),
                URI.create(base + "failed"));
        return with.step(name, Endpoint.READY, change, (kakaoPay, account) -> kakaoPay.ready(account, request));
    }

    private static void order(Conversation with, String name, OrderRequest payment, UnaryOperator<Sent> change) {
        with.step(name, Endpoint.ORDER, change, (kakaoPay, account) -> kakaoPay.order(account, payment));
    }

    private static Outcome<?> approve(
            Conversation with, String name, OrderRequest payment, String token, UnaryOperator<Sent> change) {
        var request = new ApproveRequest(
                payment.tid(),
                String.valueOf(payment.orderId()),
                USER,
                SecretText.of(token),
                TOTAL_KRW,
                "check-approve");
        return with.step(name, Endpoint.APPROVE, change, (kakaoPay, account) -> kakaoPay.approve(account, request));
    }

    private static void cancel(
            Conversation with,
            String name,
            OrderRequest payment,
            long amountKrw,
            long availableKrw,
            UnaryOperator<Sent> change) {
        var request = new CancelRequest(
                payment.tid(),
                String.valueOf(payment.orderId()),
                amountKrw,
                0,
                amountKrw / 11,
                availableKrw,
                "check-refund");
        with.step(name, Endpoint.CANCEL, change, (kakaoPay, account) -> kakaoPay.cancel(account, request));
    }
}
