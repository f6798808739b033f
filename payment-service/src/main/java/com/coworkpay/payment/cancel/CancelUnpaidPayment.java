package com.coworkpay.payment.cancel;

import com.coworkpay.payment.PaymentProblem;
import com.coworkpay.payment.domain.CheckTimes;
import com.coworkpay.payment.domain.Payment;
import com.coworkpay.payment.domain.PaymentAction;
import com.coworkpay.payment.domain.PaymentState;
import com.coworkpay.payment.domain.PaymentState.Created;
import com.coworkpay.payment.domain.PaymentState.Waiting;
import com.coworkpay.payment.domain.Reason;
import com.coworkpay.payment.store.PaymentSnapshot;
import com.coworkpay.payment.store.PaymentStore;
import com.coworkpay.platform.audit.Actor;
import com.coworkpay.platform.audit.AuditEntry;
import com.coworkpay.platform.audit.AuditedObject;
import com.coworkpay.platform.observability.LogContext;
import com.coworkpay.platform.problem.CommonProblem;
import com.coworkpay.platform.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

/// Cancels a payment that nobody has paid. It is safe: without our approve no money moves, and after this none is ever
/// sent. One that is being approved is left alone.
@ApplicationScoped
public class CancelUnpaidPayment {

    private static final int MAX_ATTEMPTS = 5;

    /// An approval takes up to twenty seconds, an unknown outcome is inquired about a few seconds later.
    private static final Duration BEING_CHECKED = Duration.ofSeconds(10);

    private static final Duration SOON = Duration.ofSeconds(1);

    private final PaymentStore payments;

    CancelUnpaidPayment(PaymentStore payments) {
        this.payments = payments;
    }

    /// @param mayCancel what else does not exist for the caller
    /// @param otherwise where there is none that the caller may cancel
    /// @param actor who cancels it
    /// @return canceled, now or before; fails with a [ProblemException] that says what it is instead
    public Uni<Payment> cancel(
            UUID id, Predicate<Payment> mayCancel, Reason reason, Supplier<ProblemException> otherwise, Actor actor) {
        LogContext.paymentId(id.toString());
        return cancel(id, mayCancel, reason, otherwise, actor, MAX_ATTEMPTS)
                .memoize()
                .indefinitely();
    }

    private Uni<Payment> cancel(
            UUID id,
            Predicate<Payment> mayCancel,
            Reason reason,
            Supplier<ProblemException> otherwise,
            Actor actor,
            int attemptsLeft) {
        return payments.find(id)
                .chain(found -> {
                    PaymentSnapshot now =
                            found.filter(each -> mayCancel.test(each.payment())).orElseThrow(otherwise);
                    return switch (now.state()) {
                        case Created created -> write(now, times -> created.cancel(reason, times), actor);
                        case Waiting waiting -> write(now, times -> waiting.cancel(reason, times), actor);
                        // Of an overpaid one everybody is told that it is canceled; its money goes back.
                        case PaymentState.Canceled _, PaymentState.Overpaid _ ->
                            Uni.createFrom().item(now.payment());
                        case PaymentState.Paid _ -> refuse(PaymentProblem.PAYMENT_IS_PAID);
                        case PaymentState.Approving _, PaymentState.Unknown _ ->
                            Uni.createFrom()
                                    .<Payment>failure(ProblemException.of(PaymentProblem.PAYMENT_IS_BEING_CHECKED)
                                            .retryAfter(BEING_CHECKED));
                        case PaymentState.Failed _ -> refuse(PaymentProblem.PAYMENT_HAS_FAILED);
                    };
                })
                .onFailure(Changed.class)
                .recoverWithUni(() -> attemptsLeft > 1
                        ? cancel(id, mayCancel, reason, otherwise, actor, attemptsLeft - 1)
                        : Uni.createFrom()
                                .failure(ProblemException.of(CommonProblem.UNAVAILABLE)
                                        .retryAfter(SOON)));
    }

    private Uni<Payment> write(PaymentSnapshot found, Function<CheckTimes, PaymentState> cancellation, Actor actor) {
        return payments.writeAudited(found, cancellation, after -> canceled(found.payment(), after, actor))
                .map(canceled -> canceled.orElseThrow(() -> new Changed(found.id())));
    }

    private static AuditEntry canceled(Payment before, Payment after, Actor actor) {
        return AuditEntry.done(
                        PaymentAction.PAYMENT_CANCELED, actor, AuditedObject.payment(after.locationId(), after.id()))
                .changed(
                        "status", before.status().publicStatus(), after.status().publicStatus())
                .with("reason", after.reason());
    }

    private static Uni<Payment> refuse(PaymentProblem problem) {
        return Uni.createFrom().failure(ProblemException.of(problem));
    }

    /// It changed since it was read.
    private static final class Changed extends RuntimeException {
        Changed(UUID id) {
            super("payment " + id + " changed under every attempt");
        }
    }
}
