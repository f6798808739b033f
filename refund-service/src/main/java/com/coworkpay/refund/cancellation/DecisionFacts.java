package com.coworkpay.refund.cancellation;

import com.coworkpay.contracts.ResourceType;
import com.coworkpay.contracts.ScheduleRef;
import com.coworkpay.contracts.TimeZones;
import com.coworkpay.platform.sql.RowReader;
import com.coworkpay.refund.domain.ApprovalLimit;
import com.coworkpay.refund.domain.Ledger;
import com.coworkpay.refund.ledger.RowJson;
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
/// @param paidDayStart the row of when that day begins; absent while that is not known, as of the others
/// @param movedAt when the booking system moved it, to `movedStartAt` or `movedDay`
public record DecisionFacts(
        boolean overpaid,
        String payableType,
        String ownerRole,
        @Nullable String policy,
        Instant approvedAt,
        @Nullable Instant paidStartAt,
        @Nullable LocalDate paidDay,
        @Nullable String paidDayStart,
        @Nullable Instant movedAt,
        @Nullable Instant movedStartAt,
        @Nullable LocalDate movedDay,
        @Nullable String movedDayStart,
        String timezone,
        boolean automaticRefunds,
        long refundApprovalLimitKrw,
        long locationVersion,
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

    /// @param current the start that the cancellation names; without one, the known start is used
    public DecisionInput input(Ledger ledger, RefundTrigger trigger, NamedStart current) {
        ZoneId zone = ZoneId.of(timezone);
        NamedStart named = named(trigger, current);
        Start start = named.start();
        return new DecisionInput(
                trigger,
                terms(),
                ledger.amounts(),
                approvedAt,
                start,
                start == null && named.day() != null,
                zone,
                automaticRefunds,
                earlierRefund,
                ledger.refunds().size(),
                new ApprovalLimit(refundApprovalLimitKrw, locationVersion));
    }

    private Terms terms() {
        return UnknownTermsStore.terms(payableType, ownerRole, policy);
    }

    /// A day that is the same as before keeps its start.
    private NamedStart named(RefundTrigger trigger, NamedStart current) {
        NamedStart known = known(trigger);
        boolean isSame =
                current.isAbsent() || (current.day() != null && current.day().equals(known.day()));
        return isSame ? known : current;
    }

    /// A rescheduling counts for what was cancelled after it.
    private NamedStart known(RefundTrigger trigger) {
        boolean movedBefore = movedAt != null
                && trigger instanceof RefundTrigger.Canceled canceled
                && !movedAt.isAfter(canceled.canceledAt());
        return movedBefore
                ? new NamedStart(movedStartAt, movedDay, movedDayStart, Start.From.MOVE)
                : new NamedStart(paidStartAt, paidDay, paidDayStart, Start.From.PAYMENT);
    }

    /// A start as a payment, a move or a cancellation names it.
    ///
    /// @param at exact
    /// @param day instead of it
    /// @param dayStart the row of when that day begins; absent while that is not known
    public record NamedStart(
            @Nullable Instant at,
            @Nullable LocalDate day,
            @Nullable String dayStart,
            Start.From from) {

        public static final NamedStart NONE = new NamedStart(null, null, null, Start.From.CANCELLATION);

        boolean isAbsent() {
            return at == null && day == null;
        }

        private @Nullable Start start() {
            if (at != null) {
                return Start.exact(at, from);
            }
            return day == null || dayStart == null
                    ? null
                    : RowJson.read(dayStart, FullDayStart.class).start(day, from);
        }
    }

    /// The row of a day that was resolved.
    private record FullDayStart(
            Instant startAt,
            Start.Source source,
            ScheduleRef.Kind kind,
            String resourceType,
            String resourceId,
            int version) {

        Start start(LocalDate day, Start.From from) {
            var schedule = new ScheduleRef(
                    kind,
                    resourceType.isEmpty() ? null : ResourceType.valueOf(resourceType),
                    resourceId.isEmpty() ? null : resourceId);
            return new Start(startAt, day, source, from, new Start.Hours(schedule, version));
        }
    }
}
