package com.coworkpay.payment.booking;

import com.coworkpay.contracts.EventTimes;
import com.coworkpay.contracts.SetAsideReason;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Cancellations are compared with what is stored; plausible ones cancel what is pending. The others are
/// set aside as refund-service sets them aside, by the same rules.
///
/// Whether a cancellation is much earlier than the payment is checked only where something is paid: refund-service
/// sets it aside there. Where nothing is paid nobody would set it aside, and it causes no refund, so it counts.
@ApplicationScoped
class ApplyCancellations {

    private final CancellationContextStore contexts;
    private final CancelPendingPayments cancelPendingPayments;
    private final EventTimes times;
    private final SetAsideMetrics setAside;

    ApplyCancellations(
            CancellationContextStore contexts,
            CancelPendingPayments cancelPendingPayments,
            EventTimes times,
            SetAsideMetrics setAside) {
        this.contexts = contexts;
        this.cancelPendingPayments = cancelPendingPayments;
        this.times = times;
        this.setAside = setAside;
    }

    Uni<Void> apply(List<CancellationNotice> notices) {
        return notices.isEmpty()
                ? Uni.createFrom().voidItem()
                : contexts.find(notices).chain(found -> cancelPendingPayments.cancel(plausible(notices, found)));
    }

    private List<CancellationNotice> plausible(
            List<CancellationNotice> notices, List<CancellationContextStore.Context> found) {
        Map<CancellationNotice.Key, String> inThisBatch = new HashMap<>();
        List<CancellationNotice> plausible = new ArrayList<>();
        for (int i = 0; i < notices.size(); i++) {
            CancellationNotice each = notices.get(i);
            Optional<SetAsideReason> reason = reason(each, found.get(i), inThisBatch.get(each.key()));
            reason.ifPresent(why -> setAside.count(each, why));
            if (reason.isEmpty()) {
                inThisBatch.putIfAbsent(each.key(), each.contents());
                plausible.add(each);
            }
        }
        return plausible;
    }

    private Optional<SetAsideReason> reason(
            CancellationNotice notice, CancellationContextStore.Context context, @Nullable String before) {
        if (notice.released() || context.sameIsKnown() || notice.contents().equals(before)) {
            return Optional.empty();
        }
        if (context.otherIsKnown() || before != null) {
            return Optional.of(SetAsideReason.OTHER_CONTENTS);
        }
        return context.begunAt() == null ? Optional.empty() : times.byPayment(notice.canceledAt(), context.begunAt());
    }
}
