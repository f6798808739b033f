package com.coworkpay.refund.domain;

import static org.assertj.core.api.Assertions.assertThat;

import com.coworkpay.contracts.Amounts;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

/// paid − refunds ≥ 0, in whole and in parts, whatever is asked for, in whatever order it succeeds or fails.
class LedgerProperties {

    @Property(tries = 2000)
    void noSequenceOfRefundsExceedsWhatWasPaidInAnyPart(
            @ForAll @LongRange(min = 1, max = 2_000_000_000L) long totalKrw,
            @ForAll @LongRange(min = 0, max = 1000) long taxFreePermille,
            @ForAll @Size(max = 30) List<@LongRange(min = 0, max = 3000) Long> steps) {
        Ledger paid = Ledger.of(paid(totalKrw, taxFreePermille));
        // A part of it was refunded elsewhere: KakaoPay does not have it.
        Ledger ledger = new Ledger(
                paid.paid(),
                paid.refunded(),
                paid.reserved(),
                steps.isEmpty() ? 0 : totalKrw * steps.getFirst() / 3000);
        List<Amounts> open = new ArrayList<>();
        for (long step : steps) {
            if (step < 2000 && ledger.balanceKrw() > 0) {
                Amounts part = TaxApportionment.of(ledger.left(), 1 + step * (ledger.balanceKrw() - 1) / 1999);
                assertThat(part.supplyKrw()).isBetween(0L, ledger.left().supplyKrw());
                ledger = ledger.reserve(part);
                open.add(part);
            } else if (!open.isEmpty()) {
                Amounts part = open.remove((int) (step % open.size()));
                ledger = step % 2 == 0 ? ledger.succeed(part) : ledger.release(part);
            }
        }
        assertThat(ledger.refunded().totalKrw()
                        + ledger.reserved().totalKrw()
                        + ledger.elsewhereKrw()
                        + ledger.balanceKrw())
                .isEqualTo(totalKrw);
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
