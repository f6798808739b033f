package com.coworkpay.payment.store;

import com.coworkpay.payment.domain.Payment;
import com.coworkpay.payment.domain.PaymentStatus;
import com.coworkpay.payment.domain.Reason;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// `coworkpay_payments_total{status,reason}`: payments that came to a status, counted by the process that made the
/// transition, after the commit. If a process dies in between, a transition is not counted: use it for alerts and
/// graphs, not for accounting.
@Startup
@ApplicationScoped
public class TransitionMetrics {

    private static final Set<Reason> CANCELED = EnumSet.of(
            Reason.SUPERSEDED,
            Reason.EXPIRED,
            Reason.PAYER_ABORTED,
            Reason.CANCELED_BY_LOCATION,
            Reason.KAKAOPAY_FAILED,
            Reason.PAYABLE_CANCELED,
            Reason.ALREADY_PAID,
            Reason.NOT_PAID);

    private static final Set<Reason> FAILED =
            EnumSet.of(Reason.READY_DECLINED, Reason.APPROVE_DECLINED, Reason.TOO_MANY_ATTEMPTS, Reason.NOT_PAID);

    private final MeterRegistry meters;

    TransitionMetrics(MeterRegistry meters) {
        this.meters = meters;
        // From the start, as zeros: the first of a counter that was not there before is no increase to Prometheus.
        EnumSet.of(PaymentStatus.CREATED, PaymentStatus.WAITING, PaymentStatus.UNKNOWN, PaymentStatus.PAID)
                .forEach(status -> counter(status, null));
        counter(PaymentStatus.OVERPAID, Reason.LATE_APPROVAL);
        CANCELED.forEach(reason -> counter(PaymentStatus.CANCELED, reason));
        FAILED.forEach(reason -> counter(PaymentStatus.FAILED, reason));
    }

    /// A payment that waits again after an approve without effect came to nothing new.
    void count(Payment before, Payment after) {
        boolean waitsAgain = before.status() == PaymentStatus.APPROVING && after.status() == PaymentStatus.WAITING;
        if (before.status() != after.status() && !waitsAgain) {
            counter(after.status(), after.reason()).increment();
        }
    }

    public void created() {
        counter(PaymentStatus.CREATED, null).increment();
    }

    private Counter counter(PaymentStatus to, @Nullable Reason why) {
        return meters.counter("coworkpay.payments", "status", to.name(), "reason", why == null ? "NONE" : why.name());
    }
}
