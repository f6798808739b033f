package com.coworkpay.refund.domain;

import static org.assertj.core.api.Assertions.assertThat;

import com.coworkpay.contracts.Amounts;
import com.coworkpay.refund.domain.RefundState.InFlight;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

/// paid − refunds ≥ 0, in whole and in parts, whatever is asked for, in whatever order it succeeds or fails.
class LedgerProperties {

    private static final Instant AT = Instant.EPOCH;

    @Property(tries = 2000)
    void noSequenceOfRefundsExceedsWhatWasPaidInAnyPart(
            @ForAll @LongRange(min = 1, max = 2_000_000_000L) long totalKrw,
            @ForAll @LongRange(min = 0, max = 1000) long taxFreePermille,
            @ForAll @Size(max = 30) List<@LongRange(min = 0, max = 3000) Long> steps) {
        // A part of it was refunded elsewhere: KakaoPay does not have it.
        long elsewhereKrw = steps.isEmpty() ? 0 : totalKrw * steps.getFirst() / 3000;
        Ledger ledger = TestLedger.of(paid(totalKrw, taxFreePermille), elsewhereKrw);
        List<UUID> open = new ArrayList<>();
        for (long step : steps) {
            long balanceKrw = ledger.amounts().balanceKrw();
            if (step < 2000 && balanceKrw > 0) {
                Amounts left = ledger.amounts().left();
                Amounts part = TaxApportionment.of(left, 1 + step * (balanceKrw - 1) / 1999);
                assertThat(part.supplyKrw()).isBetween(0L, left.supplyKrw());
                UUID id = UUID.randomUUID();
                ledger = ledger.request(TestLedger.requested(id, part, AT));
                open.add(id);
            } else if (!open.isEmpty()) {
                ledger = end(ledger, open.remove((int) (step % open.size())), step);
            }
        }
        LedgerAmounts amounts = ledger.amounts();
        assertThat(amounts.refunded().totalKrw()
                        + amounts.reserved().totalKrw()
                        + amounts.elsewhereKrw()
                        + amounts.balanceKrw())
                .isEqualTo(totalKrw);
        assertThat(sum(ledger, RefundStatus.SUCCEEDED)).isEqualTo(amounts.refunded());
        assertThat(sum(ledger, RefundStatus.REQUESTED)).isEqualTo(amounts.reserved());
    }

    /// It succeeds, fails, or a person refunds it elsewhere.
    private static Ledger end(Ledger ledger, UUID id, long how) {
        Refund refund = ledger.refund(id).orElseThrow();
        if (how % 3 == 2) {
            return ledger.move(new RefundState.Requested(refund).end(Failure.REFUNDED_ELSEWHERE, true, AT));
        }
        InFlight claimed = TestLedger.claimed(refund, ledger.payment().expectedKrw(), AT);
        return ledger.taken(claimed.refund())
                .move(
                        how % 3 == 0
                                ? claimed.succeed("A", AT, "CANCELED", AT)
                                : claimed.decline(Failure.REFUSED, "-781", Duration.ZERO, AT));
    }

    private static Amounts sum(Ledger ledger, RefundStatus status) {
        return ledger.refunds().stream()
                .filter(refund -> refund.status() == status)
                .map(Refund::amounts)
                .reduce(Amounts.NOTHING, Amounts::plus);
    }

    @Property(tries = 2000)
    void theLastRefundTakesTheRestOfEveryPart(
            @ForAll @LongRange(min = 2, max = 2_000_000_000L) long totalKrw,
            @ForAll @LongRange(min = 0, max = 1000) long taxFreePermille,
            @ForAll @LongRange(min = 0, max = 1000) long permille) {
        Amounts paid = paid(totalKrw, taxFreePermille);
        Amounts first = TaxApportionment.of(paid, 1 + permille * (totalKrw - 2) / 1000);
        Amounts last = TaxApportionment.of(paid.minus(first), totalKrw - first.totalKrw());
        assertThat(first.plus(last)).isEqualTo(paid);
    }

    @Property
    void aPartOfATaxedAmountFollowsKakaoPaysRuleWhereItFits(
            @ForAll @LongRange(min = 1000, max = 1_000_000) long totalKrw,
            @ForAll @LongRange(min = 1, max = 900) long permille) {
        Amounts paid = paid(totalKrw, 0);
        long amountKrw = Math.max(1, totalKrw * permille / 1000);
        assertThat(TaxApportionment.of(paid, amountKrw).vatKrw()).isEqualTo(Math.round(amountKrw / 11.0));
    }

    private static Amounts paid(long totalKrw, long taxFreePermille) {
        long taxFreeKrw = totalKrw * taxFreePermille / 1000;
        return new Amounts(totalKrw, Amounts.usualVatKrw(totalKrw - taxFreeKrw), taxFreeKrw);
    }
}
