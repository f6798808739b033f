package com.coworkpay.refund.domain;

import static org.assertj.core.api.Assertions.assertThat;

import com.coworkpay.contracts.Amounts;
import com.coworkpay.refund.domain.LedgerCorrection.OpenRefund;
import com.coworkpay.refund.domain.LedgerCorrection.RefundChange;
import com.coworkpay.refund.domain.LedgerCorrection.UncorrectedLedger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

/// Whatever is canceled outside, and whatever succeeds late: what is refunded, here and elsewhere, and what is reserved
/// never exceeds what was paid, in whole and in parts, and older refunds keep theirs before newer ones.
class LedgerCorrectionProperties {

    @Property(tries = 3000)
    void nothingExceedsWhatWasPaid(
            @ForAll @LongRange(min = 100, max = 2_000_000_000L) long totalKrw,
            @ForAll @LongRange(min = 0, max = 1000) long taxFreePermille,
            @ForAll @LongRange(min = 0, max = 900) long elsewherePermille,
            @ForAll @Size(max = 6) List<@LongRange(min = 1, max = 900) Long> open,
            @ForAll @Size(min = 1, max = 4) List<@LongRange(min = 1, max = 1000) Long> outside) {
        long taxFreeKrw = totalKrw * taxFreePermille / 1000;
        Amounts paid = new Amounts(totalKrw, Amounts.usualVatKrw(totalKrw - taxFreeKrw), taxFreeKrw);
        List<OpenRefund> refunds = new ArrayList<>();
        Amounts left = paid;
        for (long permille : open) {
            long amountKrw = left.totalKrw() * permille / 1000;
            if (amountKrw > 0) {
                Amounts part = TaxApportionment.of(left, amountKrw);
                left = left.minus(part);
                refunds.add(new OpenRefund(UUID.randomUUID(), 1, status(permille), permille % 7 == 0, part));
            }
        }
        long elsewhereKrw = left.totalKrw() * elsewherePermille / 1000;
        List<Movement> movements = new ArrayList<>();
        long availableKrw = totalKrw;
        for (long permille : outside) {
            long amountKrw = availableKrw * permille / 1000;
            if (amountKrw > 0) {
                availableKrw -= amountKrw;
                movements.add(new Movement.Outside(List.of("A" + movements.size()), amountKrw, Instant.EPOCH));
            }
        }
        LedgerCorrection correction = LedgerCorrection.of(
                new UncorrectedLedger(paid, Amounts.NOTHING, elsewhereKrw, refunds, Map.of()),
                movements,
                refunds.isEmpty() ? null : refunds.getFirst().id());

        assertThat(correction.refunded().totalKrw()).isEqualTo(totalKrw - availableKrw);
        new Ledger(paid, correction.refunded(), correction.reserved(), correction.elsewhereKrw());
        Map<UUID, RefundChange> changed = correction.changed().stream()
                .collect(Collectors.toMap(each -> each.refund().id(), each -> each));
        long sumKrw = 0;
        boolean cut = false;
        for (OpenRefund refund : refunds) {
            RefundChange change = changed.get(refund.id());
            long amountKrw = change == null
                    ? refund.amounts().totalKrw()
                    : change.amounts().totalKrw();
            assertThat(amountKrw).isLessThanOrEqualTo(refund.amounts().totalKrw());
            // Only a person ends the hold.
            boolean mustWait = refund.held() || ofTheSameAmount(movements, refund);
            assertThat(mustWait && amountKrw > 0 && change != null && !change.held())
                    .isFalse();
            assertThat(mustWait && !refund.held() && amountKrw > 0 && change == null)
                    .isFalse();
            assertThat(cut && amountKrw > 0)
                    .as("a newer one has something, an older one was cut")
                    .isFalse();
            cut |= amountKrw < refund.amounts().totalKrw();
            sumKrw += amountKrw;
        }
        assertThat(sumKrw).isEqualTo(correction.reserved().totalKrw());
    }

    private static boolean ofTheSameAmount(List<Movement> movements, OpenRefund refund) {
        return movements.stream()
                .anyMatch(movement -> ((Movement.Outside) movement).amountKrw()
                        == refund.amounts().totalKrw());
    }

    private static RefundStatus status(long permille) {
        return permille % 3 == 0 ? RefundStatus.UNKNOWN : RefundStatus.REQUESTED;
    }
}
