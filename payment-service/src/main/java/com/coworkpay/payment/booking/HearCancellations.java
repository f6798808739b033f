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

/// Cancellations are looked at beside what is known, and those that can be true cancel what is pending. The others are
/// set aside as refund-service sets them aside, by the same rules.
///
/// That a cancellation is much earlier than the payment is asked only where something is paid: then refund-service
/// keeps it for a person. Where nothing is paid yet nobody would keep it, and no money goes back by it, so it counts.
@ApplicationScoped
class HearCancellations {

    private final KnownPayables known;
    private final CancelPayables cancelPayables;
    private final EventTimes times;
    private final SetAsideCounter setAside;

    HearCancellations(KnownPayables known, CancelPayables cancelPayables, EventTimes times, SetAsideCounter setAside) {
        this.known = known;
        this.cancelPayables = cancelPayables;
        this.times = times;
        this.setAside = setAside;
    }

    Uni<Void> hear(List<PayableCanceled> heard) {
        return heard.isEmpty()
                ? Uni.createFrom().voidItem()
                : known.look(heard).chain(facts -> cancelPayables.cancel(believed(heard, facts)));
    }

    private List<PayableCanceled> believed(List<PayableCanceled> heard, List<KnownPayables.Facts> facts) {
        Map<PayableCanceled.Key, String> inThisBatch = new HashMap<>();
        List<PayableCanceled> believed = new ArrayList<>();
        for (int i = 0; i < heard.size(); i++) {
            PayableCanceled each = heard.get(i);
            Optional<SetAsideReason> reason = reason(each, facts.get(i), inThisBatch.get(each.key()));
            reason.ifPresent(why -> setAside.count(each, why));
            if (reason.isEmpty()) {
                inThisBatch.putIfAbsent(each.key(), each.contents());
                believed.add(each);
            }
        }
        return believed;
    }

    private Optional<SetAsideReason> reason(
            PayableCanceled canceled, KnownPayables.Facts facts, @Nullable String before) {
        if (canceled.released() || facts.sameIsKnown() || canceled.contents().equals(before)) {
            return Optional.empty();
        }
        if (facts.otherIsKnown() || before != null) {
            return Optional.of(SetAsideReason.OTHER_CONTENTS);
        }
        return facts.begunAt() == null ? Optional.empty() : times.byPayment(canceled.canceledAt(), facts.begunAt());
    }
}
