package com.coworkpay.refund.settlement;

import com.coworkpay.platform.audit.AuditEntry;
import com.coworkpay.platform.outbox.Ids;
import com.coworkpay.platform.problem.CommonProblem;
import com.coworkpay.platform.problem.ProblemException;
import com.coworkpay.refund.RefundConfig;
import com.coworkpay.refund.domain.ApprovalLimit;
import com.coworkpay.refund.domain.Refund;
import com.coworkpay.refund.domain.RefundAction;
import com.coworkpay.refund.domain.RefundStatus;
import com.coworkpay.refund.domain.ReviewReason;
import com.coworkpay.refund.ledger.RefundProblem;
import com.coworkpay.refund.settlement.ProposedResolutionStore.Limit;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// A resolution above the location's limit waits for another person.
@ApplicationScoped
class ProposeResolution {

    private static final Logger LOG = Logger.getLogger(ProposeResolution.class);

    private static final Duration SOON = Duration.ofSeconds(2);

    private final ProposedResolutionStore proposals;
    private final ResolutionStore resolutions;
    private final Duration expiresAfter;

    ProposeResolution(ProposedResolutionStore proposals, ResolutionStore resolutions, RefundConfig config) {
        this.proposals = proposals;
        this.resolutions = resolutions;
        this.expiresAfter = config.refund().approval().expiresAfter();
    }

    /// What was found.
    ///
    /// @param proposed the one that waits, or has ended; absent where nobody else is needed, or it was made already
    /// @param resolution to be made, if none was proposed
    record Checked(@Nullable ProposedResolution proposed, NewResolution resolution) {}

    /// @return fails with a [ProblemException] where it is not accepted
    Uni<Checked> check(NewResolution newResolution) {
        return resolutions
                .find(newResolution)
                .chain(resolved -> resolved.isPresent()
                        ? Uni.createFrom().item(new Checked(null, newResolution))
                        : proposals
                                .ofKey(newResolution.resolvedBy(), newResolution.idempotencyKey())
                                .chain(earlier -> earlier.isPresent()
                                        ? again(newResolution, earlier.get())
                                        : proposals
                                                .limit(newResolution.locationId(), newResolution.paymentId())
                                                .chain(found -> propose(newResolution, found))));
    }

    private static Uni<Checked> again(NewResolution newResolution, ProposedResolution earlier) {
        return earlier.requestHash().equals(newResolution.requestHash())
                ? Uni.createFrom().item(new Checked(earlier, newResolution))
                : Uni.createFrom()
                        .failure(ProblemException.of(RefundProblem.IDEMPOTENCY_KEY_REUSED)
                                .field("Idempotency-Key"));
    }

    private Uni<Checked> propose(NewResolution newResolution, Optional<Limit> found) {
        Limit known = found.orElseThrow(() -> ProblemException.of(CommonProblem.NOT_FOUND));
        Refund refund = known.read()
                .ledger()
                .refund(newResolution.refundId())
                .orElseThrow(() -> ProblemException.of(CommonProblem.NOT_FOUND));
        ApprovalLimit limit = known.limit();
        if (limit == null) {
            throw ProblemException.of(RefundProblem.LOCATION_NOT_KNOWN_YET).retryAfter(SOON);
        }
        if (!NewResolution.isAbove(limit, known.read().ledger(), refund)) {
            return Uni.createFrom().item(new Checked(null, newResolution.within(limit)));
        }
        if (isOver(refund)) {
            throw ProblemException.of(RefundProblem.NOTHING_TO_RESOLVE);
        }
        ProposedResolution proposed =
                proposed(newResolution, refund, limit, known.read().time().now());
        return proposals.propose(proposed, audit(newResolution)).chain(stored -> {
            if (stored) {
                LOG.infof("refund %s: a resolution waits for another person", refund.id());
                return Uni.createFrom().item(new Checked(proposed, newResolution));
            }
            return proposals
                    .ofKey(newResolution.resolvedBy(), newResolution.idempotencyKey())
                    .chain(earlier -> earlier.isPresent()
                            ? again(newResolution, earlier.get())
                            : Uni.createFrom().failure(ProblemException.of(RefundProblem.RESOLUTION_WAITS)));
        });
    }

    private static AuditEntry audit(NewResolution newResolution) {
        AuditEntry resolution = newResolution.audit();
        return new AuditEntry(
                RefundAction.RESOLUTION_PROPOSED,
                resolution.outcome(),
                resolution.actor(),
                resolution.object(),
                resolution.why(),
                resolution.before(),
                resolution.after());
    }

    /// One that waits for approval is declined or withdrawn instead.
    private static boolean isOver(Refund refund) {
        return refund.status() == RefundStatus.AWAITING_APPROVAL
                || refund.status() == RefundStatus.SUCCEEDED
                        && refund.manualReviewReason() != ReviewReason.REFUNDED_TWICE;
    }

    private ProposedResolution proposed(NewResolution newResolution, Refund refund, ApprovalLimit limit, Instant at) {
        return new ProposedResolution(
                Ids.next(),
                refund.id(),
                refund.paymentId(),
                newResolution.locationId(),
                newResolution.outcome(),
                refund.amountKrw(),
                newResolution.aid(),
                newResolution.evidence(),
                newResolution.note(),
                newResolution.resolvedBy(),
                newResolution.idempotencyKey(),
                newResolution.requestHash(),
                limit.krw(),
                limit.version(),
                at,
                at.plus(expiresAfter),
                null,
                null,
                null,
                null);
    }
}
