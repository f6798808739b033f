package com.coworkpay.kakaopay.simulator.api;

import com.coworkpay.kakaopay.simulator.AnswerShape;
import com.coworkpay.kakaopay.simulator.Call;
import com.coworkpay.kakaopay.simulator.Fault;
import com.coworkpay.kakaopay.simulator.FaultKind;
import com.coworkpay.kakaopay.simulator.engine.Refusal;
import com.coworkpay.kakaopay.simulator.fault.Faults;
import com.coworkpay.kakaopay.simulator.fault.PausedCalls;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/// Carries out one call with the fault that was drawn for it, if any.
final class FaultPlayer {
    private static final Duration LONG = Duration.ofSeconds(12);
    private static final Duration DRIP = Duration.ofMillis(100);
    private static final int HUGE_BYTES = 8 << 20;

    private final PausedCalls holds;

    FaultPlayer(PausedCalls holds) {
        this.holds = holds;
    }

    void play(Exchange exchange, RequestContext deal, Faults.Taken taken) {
        Fault fault = taken.fault();
        switch (fault.kind()) {
            case HOLD_BEFORE_EFFECT -> holdBefore(exchange, deal, taken.id());
            case HOLD_AFTER_EFFECT -> perform(exchange, deal, a -> holdAfter(exchange, a, taken.id()));
            case NO_ANSWER_BEFORE -> without(deal, exchange::silent);
            case NO_ANSWER_AFTER -> perform(exchange, deal, a -> exchange.silent());
            case STATUS_BEFORE -> without(deal, () -> exchange.status(status(fault)));
            case STATUS_AFTER -> perform(exchange, deal, a -> exchange.status(status(fault)));
            case RESET_BEFORE -> without(deal, exchange::reset);
            case RESET_AFTER -> perform(exchange, deal, a -> exchange.reset());
            case SLOW -> perform(exchange, deal, a -> later(exchange, fault, () -> exchange.answer(a)));
            case LATE_EFFECT -> later(exchange, fault, () -> perform(exchange, deal, exchange::answer));
            case DRIP -> perform(exchange, deal, a -> exchange.drip(a, delayMs(fault, DRIP)));
            case CODE -> refuse(exchange, deal, fault);
            case CODE_AFTER_EFFECT -> perform(exchange, deal, a -> refuse(exchange, deal, fault));
            case OPEN_DEAL -> openDeal(exchange, deal, taken);
            case AS_RECORDED -> {
                deal.in(AnswerShape.RECORDED);
                perform(exchange, deal, exchange::answer);
            }
            case MALFORMED_BODY -> perform(exchange, deal, a -> malformed(exchange, a));
            case HUGE_BODY -> perform(exchange, deal, a -> huge(exchange, a));
            case WRONG_AMOUNT -> perform(exchange, deal, a -> exchange.answer(wrongAmount(a)));
            case WRONG_TID -> perform(exchange, deal, a -> exchange.answer(wrong(a, "tid", "T0000000000000000000")));
            case WRONG_ORDER_ID ->
                perform(exchange, deal, a -> exchange.answer(wrong(a, "partner_order_id", "another-order")));
        }
    }

    void perform(Exchange exchange, RequestContext deal, Consumer<Answer> then) {
        deal.perform(context()).onSuccess(then::accept);
    }

    private static void without(RequestContext deal, Runnable then) {
        deal.abandon();
        then.run();
    }

    /// The effect is decided by what comes first: the release, or the end of the caller.
    private void holdBefore(Exchange exchange, RequestContext deal, long faultId) {
        exchange.outcome(Call.HELD);
        Context context = context();
        PausedCalls.Held held =
                holds.hold(faultId, () -> context.runOnContext(v -> perform(exchange, deal, exchange::answer)));
        exchange.onGone(() -> {
            if (holds.drop(held)) {
                deal.abandon();
                exchange.outcome(Exchange.CLIENT_GONE);
            }
        });
    }

    private void holdAfter(Exchange exchange, Answer answer, long faultId) {
        exchange.outcome(Call.HELD);
        Context context = context();
        PausedCalls.Held held = holds.hold(faultId, () -> context.runOnContext(v -> exchange.answer(answer)));
        exchange.onGone(() -> {
            if (holds.drop(held)) {
                exchange.outcome(Exchange.CLIENT_GONE);
            }
        });
    }

    /// Answered at once; carried out after `delay`, without one on release, whatever was cancelled in between.
    private void openDeal(Exchange exchange, RequestContext deal, Faults.Taken taken) {
        Runnable carryOut = deal.leaveOpen();
        if (carryOut == null) {
            perform(exchange, deal, exchange::answer);
            return;
        }
        Fault fault = taken.fault();
        if (fault.delay() == null) {
            holds.hold(taken.id(), carryOut);
        } else {
            later(exchange, fault, carryOut);
        }
        refuse(exchange, deal, fault);
    }

    private static void later(Exchange exchange, Fault fault, Runnable then) {
        exchange.vertx().setTimer(Math.max(1, delayMs(fault, LONG)), t -> then.run());
    }

    private static void refuse(Exchange exchange, RequestContext deal, Fault fault) {
        int code = Objects.requireNonNull(fault.code());
        Future<Answer> refused = fault.kind() == FaultKind.CODE
                ? deal.refuse(context(), code, fault.methodResultCode())
                : Future.succeededFuture(deal.refused(Refusal.documented(code, fault.methodResultCode())));
        Integer status = fault.httpStatus();
        refused.onSuccess(
                a -> exchange.answer(new Answer(status == null ? a.status() : status, a.body(), a.outcome())));
    }

    private static void malformed(Exchange exchange, Answer answer) {
        String body = answer.body().toString();
        String cut = body.substring(0, body.length() / 2);
        exchange.send(answer.status(), "application/json;charset=UTF-8", Buffer.buffer(cut), answer.outcome());
    }

    private static void huge(Exchange exchange, Answer answer) {
        answer.body().put("padding", "x".repeat(HUGE_BYTES));
        exchange.answer(answer);
    }

    /// A thousand won more than it was.
    private static Answer wrongAmount(Answer answer) {
        for (String name : List.of("amount", "approved_cancel_amount")) {
            if (answer.body().get(name) instanceof ObjectNode amount) {
                amount.put("total", amount.path("total").asLong() + 1000);
            }
        }
        return answer;
    }

    private static Answer wrong(Answer answer, String field, String value) {
        if (answer.body().has(field)) {
            answer.body().put(field, value);
        }
        return answer;
    }

    private static int status(Fault fault) {
        Integer status = fault.httpStatus();
        return status == null ? 503 : status;
    }

    private static long delayMs(Fault fault, Duration otherwise) {
        Duration delay = fault.delay();
        return (delay == null ? otherwise : delay).toMillis();
    }

    private static Context context() {
        return Vertx.currentContext();
    }
}
