package com.coworkpay.refund.cancellation;

import com.coworkpay.contracts.TimeZones;
import com.coworkpay.platform.sql.RowReader;
import com.coworkpay.refund.domain.Ledger;
import com.coworkpay.refund.policy.domain.DecisionInput;
import com.coworkpay.refund.policy.domain.EarlierRefund;
import com.coworkpay.refund.policy.domain.RefundTrigger;
import com.coworkpay.refund.policy.domain.Start;
import com.coworkpay.refund.policy.domain.Terms;
import io.vertx.mutiny.sqlclient.Row;
import java.lang.invoke.MethodHandles;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/// What a decision about a payment needs besides its ledger, from the view `decision_input`. Used for decisions and for
/// the preview alike.
///
/// @param policy as it is stored
/// @param movedAt when the booking system moved it, to `movedStartAt` or `movedDay`
public record DecisionFacts(
        boolean overpaid,
        String payableType,
        String ownerRole,
        @Nullable String policy,
        Instant approvedAt,
        @Nullable Instant paidStartAt,
        @Nullable LocalDate paidDay,
        @Nullable Instant movedAt,
        @Nullable Instant movedStartAt,
        @Nullable LocalDate movedDay,
        String timezone,
        boolean automaticRefunds,
        EarlierRefund earlierRefund) {

    private static final RowReader<DecisionFacts> READER = RowReader.of(MethodHandles.lookup(), DecisionFacts.class);

    public static DecisionFacts of(Row row) {
        return READER.read(row);
    }

    /// Whether the zone of its location is known to this process.
    public boolean isZoneKnown() {
        return TimeZones.find(timezone).isPresent();
    }

    /// Whether this process knows what the payment's cancellations are decided by; an overpayment has none.
    public boolean areTermsKnown() {
        return overpaid || terms().areKnown();
    }

    /// @param currentStartAt the start that the cancellation names; without one, the known start is used
    public DecisionInput input(
            Ledger ledger, RefundTrigger trigger, @Nullable Instant currentStartAt, @Nullable LocalDate currentDay) {
        ZoneId zone = ZoneId.of(timezone);
        return new DecisionInput(
                trigger,
                terms(),
                ledger.amounts(),
                approvedAt,
                start(zone, trigger, currentStartAt, currentDay),
                zone,
                automaticRefunds,
                earlierRefund,
                ledger.refunds().size());
    }

    private Terms terms() {
        return UnknownTermsStore.terms(payableType, ownerRole, policy);
    }

    /// A day that is the same as before keeps its resolved start.
    private @Nullable Start start(
            ZoneId zone, RefundTrigger trigger, @Nullable Instant currentStartAt, @Nullable LocalDate currentDay) {
        Start known = known(zone, trigger);
        if (currentStartAt != null) {
            return Start.exact(currentStartAt, Start.From.CANCELLATION);
        }
        if (currentDay == null || (known != null && currentDay.equals(known.day()))) {
            return known;
        }
        return Start.of(currentDay, zone, Start.From.CANCELLATION);
    }

    /// A rescheduling counts for what was cancelled after it.
    private @Nullable Start known(ZoneId zone, RefundTrigger trigger) {
        boolean movedBefore = movedAt != null
                && trigger instanceof RefundTrigger.Canceled canceled
                && !movedAt.isAfter(canceled.canceledAt());
        Start moved = movedBefore ? start(movedStartAt, movedDay, zone, Start.From.MOVE) : null;
        return moved != null ? moved : start(paidStartAt, paidDay, zone, Start.From.PAYMENT);
    }

    private static @Nullable Start start(@Nullable Instant at, @Nullable LocalDate day, ZoneId zone, Start.From from) {
        if (day == null) {
            return at == null ? null : Start.exact(at, from);
        }
        return at == null ? Start.of(day, zone, from) : new Start(at, day, Start.Source.LOCAL_MIDNIGHT, from);
    }
}
