package com.coworkpay.refund.cancellation;

import com.coworkpay.platform.audit.Actor;
import com.coworkpay.platform.audit.AuditEntry;
import com.coworkpay.platform.audit.AuditedObject;
import com.coworkpay.platform.audit.ObjectType;
import com.coworkpay.platform.problem.CommonProblem;
import com.coworkpay.platform.problem.ProblemException;
import com.coworkpay.refund.domain.RefundAction;
import com.coworkpay.refund.ledger.RefundProblem;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// A person ends a set-aside cancellation: releases it, so that it is decided at once and published to
/// payment-service, or dismisses it. Each happens once; a repetition finds it done.
@ApplicationScoped
class EndSetAside {

    private final SetAsideEntryStore entries;
    private final DecideCancellations decide;

    EndSetAside(SetAsideEntryStore entries, DecideCancellations decide) {
        this.entries = entries;
        this.decide = decide;
    }

    public record End(String locationId, UUID id, Actor actor, String note) {

        AuditEntry audit(RefundAction action, SetAsideEntry entry) {
            var object = new AuditedObject(locationId, ObjectType.CANCELLATION, id.toString(), entry.paymentId());
            return AuditEntry.done(action, actor, object)
                    .because(note)
                    .with("payableType", entry.payableType())
                    .with("payableId", entry.payableId())
                    .with("cancellationId", entry.cancellationId());
        }
    }

    /// Decided after its own commit, like every fact; if that fails, the sweeper does it.
    public Uni<SetAsideEntry> release(End end) {
        return entries.release(end)
                .chain(() -> found(end, SetAsideStatus.RELEASED))
                .call(entry -> decide.ofPayables(List.of(entry.payable()), Map.of()))
                .memoize()
                .indefinitely();
    }

    public Uni<SetAsideEntry> dismiss(End end) {
        return entries.dismiss(end)
                .chain(() -> found(end, SetAsideStatus.DISMISSED))
                .memoize()
                .indefinitely();
    }

    private Uni<SetAsideEntry> found(End end, SetAsideStatus expected) {
        return entries.one(end.locationId(), end.id()).map(found -> {
            SetAsideEntry entry = found.orElseThrow(() -> ProblemException.of(CommonProblem.NOT_FOUND));
            if (entry.status() != expected) {
                throw ProblemException.of(RefundProblem.SET_ASIDE_ENDED);
            }
            return entry;
        });
    }
}
