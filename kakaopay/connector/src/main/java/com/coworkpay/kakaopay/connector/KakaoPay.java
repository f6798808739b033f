package com.coworkpay.kakaopay.connector;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.mutiny.core.Vertx;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// KakaoPay's online payment API, for the Vert.x instance of the program.
///
/// **One Uni is one call.** It is sent at the first subscription; subscribing again gives the same outcome and never
/// sends again (so `retry()` on it is useless: ask anew). Cancelling a subscription (a payer's browser that goes away)
/// does not abort the call: KakaoPay's answer is still read, measured and logged. What the *caller* does with it is
/// lost, though: a chain that records the outcome must itself be shielded, for instance by `memoize` or Quarkus'
/// `@Cancellable(false)`.
///
/// Never fails: each end is an [Outcome]. The outcome arrives on the Vert.x context of the subscriber, where there is
/// one; traces continue because the call is made on that context.
///
/// A call with a key of one kind goes to the API of that kind and to nowhere else.
public final class KakaoPay implements AutoCloseable {

    private final KakaoPaySettings settings;
    private final HttpExchange exchange;
    private final AccountGuards guards;
    private final CallReport report;

    public KakaoPay(Vertx vertx, KakaoPaySettings settings) {
        this(vertx, settings, CallListener.NONE);
    }

    public KakaoPay(Vertx vertx, KakaoPaySettings settings, CallListener listener) {
        this.settings = settings;
        this.exchange = new HttpExchange(vertx.getDelegate(), settings);
        this.report = new CallReport(listener);
        this.guards = new AccountGuards(settings, report::breakerChanged);
    }

    /// Prepares a payment. Moves no money: after an unknown outcome it may simply be called again, the lost TID
    /// expires by itself.
    public Uni<Outcome<Ready>> ready(MerchantAccount account, ReadyRequest request) {
        Subject subject = new Subject(Operation.READY, null, request.orderId());
        return call(account, subject, () -> RequestFields.of(account, request), ResponseParser::ready);
    }

    /// Takes the money. After an unknown outcome only [#order] tells.
    public Uni<Outcome<Approval>> approve(MerchantAccount account, ApproveRequest request) {
        Subject subject = new Subject(Operation.APPROVE, request.tid(), request.orderId());
        return call(
                account,
                subject,
                () -> RequestFields.of(account, request),
                json -> ResponseParser.approval(json, account, request));
    }

    /// Looks up a TID without knowing its order: compare [Order#orderId] yourself.
    public Uni<Outcome<Order>> order(MerchantAccount account, String tid) {
        return order(account, new OrderRequest(tid, null, null));
    }

    /// Looks up a TID; an answer for another order or total is `Unknown(MISMATCH)`.
    public Uni<Outcome<Order>> order(MerchantAccount account, OrderRequest request) {
        Subject subject = new Subject(Operation.ORDER, request.tid(), request.orderId());
        return call(
                account,
                subject,
                () -> RequestFields.of(account, request),
                json -> ResponseParser.order(json, account, request));
    }

    /// Gives money back. After an unknown outcome only [#order] tells.
    public Uni<Outcome<Cancellation>> cancel(MerchantAccount account, CancelRequest request) {
        Subject subject = new Subject(Operation.CANCEL, request.tid(), request.orderId());
        return call(
                account,
                subject,
                () -> RequestFields.of(account, request),
                json -> ResponseParser.cancellation(json, account, request));
    }

    /// Closes idle connections; calls under way lose theirs.
    @Override
    public void close() {
        exchange.close();
    }

    /// What a call is about, for its log line.
    record Subject(
            Operation operation,
            @Nullable String tid,
            @Nullable String orderId) {}

    private <T> Uni<Outcome<T>> call(
            MerchantAccount account, Subject subject, Supplier<RequestFields> form, Function<ResponseJson, T> reader) {
        Generation generation = Generation.of(account.credential().kind());
        return Uni.createFrom()
                .deferred(() -> {
                    long startedAtNanos = System.nanoTime();
                    Context context = io.vertx.core.Vertx.currentContext();
                    report.started();
                    return guards.run(
                                    account.accountId(),
                                    () -> send(account, generation, subject, form, context, startedAtNanos))
                            .map(transmission ->
                                    OutcomeMapper.of(subject.operation(), generation, transmission, reader))
                            .onFailure()
                            .recoverWithItem(defect -> report.defect(subject, defect))
                            .emitOn(task -> OnContext.run(context, task))
                            .invoke(outcome -> report.called(subject, account, outcome, startedAtNanos));
                })
                .memoize()
                .indefinitely();
    }

    /// Runs when the guard lets it: perhaps after a wait, on another call's thread.
    private Uni<Transmission> send(
            MerchantAccount account,
            Generation generation,
            Subject subject,
            Supplier<RequestFields> form,
            @Nullable Context context,
            long askedAtNanos) {
        if (System.nanoTime() - askedAtNanos > settings.connectTimeout().toNanos()) {
            return Uni.createFrom().item(new Transmission.NeverSent(NotSentReason.BULKHEAD_FULL));
        }
        return exchange.post(
                        generation.base(settings),
                        generation.path(subject.operation()),
                        generation.contentType(),
                        generation.authorization(account.credential()),
                        generation.encode(form.get()))
                .runSubscriptionOn(task -> OnContext.run(context, task));
    }
}
