package com.coworkpay.refund.domain;

import static org.assertj.core.api.Assertions.assertThat;

import com.coworkpay.contracts.Amounts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

/// Whatever is canceled outside, and whatever succeeds late: what is refunded, here and elsewhere, and what is
/// reserved never exceeds what was paid, in whole and in parts, and older refunds keep theirs before newer ones.
class LedgerCorrectionProperties {

    private static final Instant AT = Instant.parse("2026-12-01T00:00:00Z");

    @Property(tries = 3000)
    void nothingExceedsWhatWasPaid(
            @ForAll @LongRange(min = 100, max = 2_000_000_000L) long totalKrw,
            @ForAll @LongRange(min = 0, max = 1000) long taxFreePermille,
            @ForAll @LongRange(min = 0, max = 900) long elsewherePermille,
            @ForAll @Size(max = 6) List<@LongRange(min = 1, max = 900) Long> open,
            @ForAll @Size(min = 1, max = 4) List<@LongRange(min = 1, max = 1000) Long> outside) {
        Ledger before = before(totalKrw, taxFreePermille, elsewherePermille, open);
        List<Movement> movements = new ArrayList<>();
        long availableKrw = totalKrw;
        for (long permille : outside) {
            long amountKrw = availableKrw * permille / 1000;
            if (amountKrw > 0) {
                availableKrw -= amountKrw;
                movements.add(new Movement.Outside(List.of("A" + movements.size()), amountKrw, Instant.EPOCH));
            }
        }
        List<Refund> refunds = before.refunds();
        UUID inquired = refunds.isEmpty() ? null : refunds.getFirst().id();
        Ledger after = LedgerCorrection.of(before, movements, inquired, AT, null);

        assertThat(after.amounts().refunded().totalKrw()).isEqualTo(totalKrw - availableKrw);
        assertThat(sum(after, true)).isEqualTo(after.amounts().reserved());
        assertThat(sum(after, false)).isEqualTo(after.amounts().refunded());
        boolean cut = false;
        for (Refund refund : refunds) {
            Refund changed = after.refund(refund.id()).orElseThrow();
            long amountKrw = changed.status() == RefundStatus.FAILED ? 0 : changed.amountKrw();
            assertThat(amountKrw).isLessThanOrEqualTo(refund.amountKrw());
            // Only a person ends the hold.
            boolean mustWait = refund.isHeld() || ofTheSameAmount(movements, refund);
            assertThat(mustWait && amountKrw > 0 && !changed.isHeld()).isFalse();
            assertThat(cut && amountKrw > 0)
                    .as("a newer one has something, an older one was cut")
                    .isFalse();
            cut |= amountKrw < refund.amountKrw();
            assertThat(changed.version()).isEqualTo(refund.version() + (changed.equals(refund) ? 0 : 1));
        }
    }

    /// Open refunds, the oldest first, as they are requested one after the other.
    private static Ledger before(long totalKrw, long taxFreePermille, long elsewherePermille, List<Long> open) {
        long taxFreeKrw = totalKrw * taxFreePermille / 1000;
        Amounts paid = new Amounts(totalKrw, Amounts.usualVatKrw(totalKrw - taxFreeKrw), taxFreeKrw);
        List<Refund> refunds = new ArrayList<>();
        Amounts left = paid;
        for (long permille : open) {
            long amountKrw = left.totalKrw() * permille / 1000;
            if (amountKrw > 0) {
                Amounts part = TaxApportionment.of(left, amountKrw);
                left = left.minus(part);
                refunds.add(open(permille, part, AT.plusSeconds(refunds.size())));
            }
        }
        Ledger ledger = TestLedger.of(paid, left.totalKrw() * elsewherePermille / 1000);
        for (Refund refund : refunds) {
            ledger = ledger.request(refund);
        }
        return ledger;
    }

    private static Refund open(long permille, Amounts part, Instant at) {
        Refund requested = TestLedger.requested(UUID.randomUUID(), part, at);
        Refund held = permille % 7 == 0
                ? new RefundState.Requested(requested)
                        .escalate(ReviewReason.SAME_AMOUNT_OUTSIDE, at)
                        .refund()
                : requested;
        return permille % 3 == 0
                ? TestLedger.taken(TestLedger.claimed(held, part.totalKrw(), at).refund())
                        .refund()
                : held;
    }

    private static Amounts sum(Ledger ledger, boolean reserved) {
        return ledger.refunds().stream()
                .filter(refund -> reserved ? refund.status().isReserved() : refund.status() == RefundStatus.SUCCEEDED)
                .map(Refund::amounts)
                .reduce(Amounts.NOTHING, Amounts::plus);
    }

    private static boolean ofTheSameAmount(List<Movement> movements, Refund refund) {
        return movements.stream().anyMatch(movement -> ((Movement.Outside) movement).amountKrw() == refund.amountKrw());
    }
}
