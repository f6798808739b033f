package com.coworkpay.kakaopay.check;

import com.coworkpay.kakaopay.connector.CancelRequest;
import com.coworkpay.kakaopay.connector.Credential;
import com.coworkpay.kakaopay.connector.CredentialKind;
import com.coworkpay.kakaopay.connector.KakaoPay;
import com.coworkpay.kakaopay.connector.KakaoPaySettings;
import com.coworkpay.kakaopay.connector.MerchantAccount;
import com.coworkpay.kakaopay.connector.Order;
import com.coworkpay.kakaopay.connector.OrderMeaning;
import com.coworkpay.kakaopay.connector.OrderRequest;
import com.coworkpay.kakaopay.connector.Outcome;
import com.coworkpay.kakaopay.simulator.Endpoint;
import com.coworkpay.platform.secret.SecretText;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// Calls of the connector to one KakaoPay, one after the other, each kept with its answer.
final class Conversation implements AutoCloseable {
    private static final Duration CALL_LIMIT = Duration.ofSeconds(40);
    private static final int TRIES = 3;

    private final Vertx vertx = Vertx.vertx();
    private final Gateway gateway;
    private final KakaoPay kakaoPay;
    private final MerchantAccount account;
    private final Map<String, Step> steps = new LinkedHashMap<>();
    private final List<OrderRequest> mayBePaid = new ArrayList<>();
    private final List<String> left = new ArrayList<>();
    private final CheckLog log;
    private boolean isStopped;

    /// A call with its answer and what the connector made of it.
    record Step(String name, Endpoint call, Gateway.Passed passed, Outcome<?> outcome) {}

    /// Told of each step.
    interface CheckLog {
        void step(Step step);
    }

    Conversation(URI target, SecretText key, CredentialKind kind, String cid, CheckLog log) throws IOException {
        this.gateway = new Gateway(target, key);
        this.log = log;
        this.account = new MerchantAccount("check", cid, new Credential(kind, SecretText.of(Gateway.NO_KEY), 1));
        this.kakaoPay = new KakaoPay(
                vertx,
                KakaoPaySettings.of(gateway.url(), gateway.url())
                        .withTimeouts(Duration.ofSeconds(2), Duration.ofSeconds(30))
                        .withGuards(
                                new KakaoPaySettings.Breaker(1000, 1, Duration.ofSeconds(1), 1),
                                KakaoPaySettings.Bulkhead.DEFAULT,
                                10));
    }

    Map<String, Step> steps() {
        return steps;
    }

    /// A call that is kept under this name.
    <T> Outcome<T> step(
            String name,
            Endpoint call,
            UnaryOperator<Sent> change,
            BiFunction<KakaoPay, MerchantAccount, Uni<Outcome<T>>> ask) {
        synchronized (this) {
            if (isStopped) {
                throw new StoppedException();
            }
            gateway.next(change);
            Outcome<T> outcome = await(ask.apply(kakaoPay, account));
            Gateway.Passed passed = gateway.last();
            if (passed != null) {
                var step = new Step(name, call, passed, outcome);
                steps.put(name, step);
                log.step(step);
            }
            return outcome;
        }
    }

    /// A look-up that is not kept; null if it says nothing.
    synchronized @Nullable Order order(OrderRequest request) {
        gateway.next(UnaryOperator.identity());
        return await(kakaoPay.order(account, request)) instanceof Outcome.Done<Order>(Order order) ? order : null;
    }

    /// From now on this TID may hold money that has to go back in the end. To be said before its first approve.
    synchronized void mayBePaid(OrderRequest payment) {
        mayBePaid.add(payment);
    }

    /// Waits for the call under way, lets no other begin, and gives back whatever was approved.
    ///
    /// @return a sentence for each payment whose money may still be there; empty if all is well
    synchronized List<String> stopAndGiveBack() {
        isStopped = true;
        for (OrderRequest payment : mayBePaid) {
            if (!giveBack(payment)) {
                left.add("TID " + payment.tid() + ", order " + payment.orderId());
            }
        }
        mayBePaid.clear();
        return List.copyOf(left);
    }

    private boolean giveBack(OrderRequest payment) {
        for (int i = 0; i < TRIES; i++) {
            Order order = order(payment);
            if (order == null) {
                continue;
            }
            switch (order.meaning()) {
                case PAID, PARTLY_CANCELED -> cancelRest(order);
                case FULLY_CANCELED, NOT_PAID_ONCE_DEAD, WAITING_FOR_PAYER, READY_TO_APPROVE -> {
                    return true;
                }
                case UNCLEAR -> {
                    return false;
                }
            }
        }
        Order order = order(payment);
        return order != null && order.meaning() == OrderMeaning.FULLY_CANCELED;
    }

    private void cancelRest(Order order) {
        long restKrw = order.totalKrw() - order.canceledKrw();
        gateway.next(UnaryOperator.identity());
        await(kakaoPay.cancel(
                account, new CancelRequest(order.tid(), order.orderId(), restKrw, 0, null, restKrw, "check-end")));
    }

    private static <T> Outcome<T> await(Uni<Outcome<T>> call) {
        return call.await().atMost(CALL_LIMIT);
    }

    @Override
    public void close() {
        kakaoPay.close();
        gateway.close();
        vertx.closeAndAwait();
    }

    /// The command was interrupted.
    static final class StoppedException extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
