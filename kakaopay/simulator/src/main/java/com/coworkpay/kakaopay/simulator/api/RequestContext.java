package com.coworkpay.kakaopay.simulator.api;

import com.coworkpay.kakaopay.simulator.AnswerShape;
import com.coworkpay.kakaopay.simulator.Endpoint;
import com.coworkpay.kakaopay.simulator.engine.Caller;
import com.coworkpay.kakaopay.simulator.engine.Engine;
import com.coworkpay.kakaopay.simulator.engine.Refusal;
import com.coworkpay.kakaopay.simulator.engine.Requests;
import io.vertx.core.Context;
import io.vertx.core.Future;
import org.jspecify.annotations.Nullable;

/// One admitted call at the engine. An approve or cancel occupies its TID from admission until its effect is
/// durable or surely will not happen; a second one meanwhile is refused by −785.
final class RequestContext {
    private static final System.Logger LOG = System.getLogger(RequestContext.class.getName());

    private final Engine engine;
    private final Answers answers;
    private final Generation generation;
    private final Endpoint endpoint;
    private final Caller caller;
    private final Requests request;
    private @Nullable String occupied;
    private @Nullable AnswerShape shape;

    RequestContext(
            Engine engine, Answers answers, Generation generation, Endpoint endpoint, Caller caller, Requests request) {
        this.engine = engine;
        this.answers = answers;
        this.generation = generation;
        this.endpoint = endpoint;
        this.caller = caller;
        this.request = request;
    }

    Endpoint endpoint() {
        return endpoint;
    }

    /// TID that an approve or cancel is about, null for the others.
    private @Nullable String movingTid() {
        return switch (request) {
            case Requests.Approve approve -> approve.tid();
            case Requests.Cancel cancel -> cancel.tid();
            case Requests.Ready ignored -> null;
            case Requests.Order ignored -> null;
        };
    }

    /// False if another deal on this TID is in progress.
    boolean begin() {
        String tid = movingTid();
        if (tid == null || engine.find(tid) == null) {
            return true;
        }
        if (!engine.occupy(tid)) {
            return false;
        }
        occupied = tid;
        return true;
    }

    /// Decides the call; the answer comes when its effect is durable. A ledger that cannot be written is −500.
    Future<Answer> perform(Context context) {
        return decide(context)
                .otherwise(e -> refused(Refusal.documented(-500, null)))
                .onComplete(r -> abandon());
    }

    private Future<Answer> decide(Context context) {
        try {
            Answer answer = answers.of(generation, endpoint, engine.decide(caller, request), shape);
            return Future.fromCompletionStage(engine.durable(), context).map(v -> answer);
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.ERROR, "a call could not be decided", e);
            return Future.failedFuture(e);
        }
    }

    /// Answers this call in a shape of its own.
    void in(AnswerShape ofThisCall) {
        shape = ofThisCall;
    }

    /// Takes a cancel on without carrying it out, as when a bank does not answer: the answer is `refusal`, what is
    /// available stays as it is, and the TID is free for other calls. Null: not taken on, the answer says why.
    @Nullable
    Runnable leaveOpen() {
        abandon();
        if (!(request instanceof Requests.Cancel cancel) || engine.takeOn(caller, cancel) != null) {
            return null;
        }
        return () -> engine.carryOut(cancel);
    }

    /// No effect will come any more: the TID is free again.
    void abandon() {
        if (occupied != null) {
            engine.release(occupied);
            occupied = null;
        }
    }

    Answer refused(Refusal refusal) {
        return answers.refused(generation, endpoint, refusal);
    }

    /// A refusal without effect. The method's plain no to an approve ends the payment, as at KakaoPay;
    /// BANK_FIRM_UNKNOWN and USER_LOCKED leave it as it was.
    Future<Answer> refuse(Context context, int code, @Nullable String methodResultCode) {
        boolean open = "BANK_FIRM_UNKNOWN".equals(methodResultCode) || "USER_LOCKED".equals(methodResultCode);
        if (request instanceof Requests.Approve approve && code == -780 && !open) {
            engine.failApproval(approve.tid(), code, methodResultCode);
        }
        abandon();
        Answer answer = refused(Refusal.documented(code, methodResultCode));
        return Future.fromCompletionStage(engine.durable(), context).map(v -> answer);
    }
}
