package com.coworkpay.refund.batch.domain;

import static org.assertj.core.api.Assertions.assertThat;

import com.coworkpay.contracts.Amounts;
import com.coworkpay.refund.domain.Ledger;
import com.coworkpay.refund.domain.Origin;
import com.coworkpay.refund.domain.Refund;
import com.coworkpay.refund.domain.RefundBuilder;
import com.coworkpay.refund.domain.RefundStatus;
import com.coworkpay.refund.domain.TaxApportionment;
import com.coworkpay.refund.domain.TestLedger;
import com.coworkpay.refund.policy.domain.EarlierRefund;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

/// Never more than what is left, whatever refunds a payment has had.
class BatchRuleProperties {

    @Property(tries = 2000)
    void neverMoreThanWhatIsLeft(
            @ForAll @LongRange(min = 1, max = 2_000_000_000L) long totalKrw,
            @ForAll @Size(max = 12) List<@IntRange(min = 0, max = 9999) Integer> steps) {
        Ledger ledger = TestLedger.of(new Amounts(totalKrw, 0, 0), steps.isEmpty() ? 0 : totalKrw / 7);
        for (int step : steps) {
            long balanceKrw = ledger.amounts().balanceKrw();
            if (balanceKrw > 0) {
                ledger = ledger.request(refund(ledger, 1 + step * (balanceKrw - 1) / 9999, step));
            }
        }
        long balanceKrw = ledger.amounts().balanceKrw();
        BatchResult result = BatchRule.result(ledger);
        switch (result) {
            case BatchResult.Refundable(long amountKrw) -> {
                assertThat(amountKrw).isPositive().isEqualTo(balanceKrw);
                // The database's rule holds: one by cancellation or batch that did not surely fail.
                assertThat(EarlierRefund.of(ledger.refunds())).isEqualTo(EarlierRefund.NONE);
                ledger.request(refund(ledger, amountKrw, 0));
            }
            case BatchResult.UnderWay(long amountKrw) ->
                assertThat(amountKrw)
                        .isPositive()
                        .isBetween(
                                balanceKrw,
                                balanceKrw + ledger.amounts().reserved().totalKrw());
            case BatchResult.LeftOut _ -> {}
        }
        long givenBackKrw = BatchRule.givenBackKrw(ledger, result);
        long maxKrw =
                switch (result) {
                    case BatchResult.Refundable(long amountKrw) -> amountKrw;
                    case BatchResult.UnderWay(long amountKrw) -> amountKrw;
                    case BatchResult.LeftOut _ -> 0;
                };
        assertThat(givenBackKrw).isNotNegative();
        assertThat(givenBackKrw + maxKrw).isLessThanOrEqualTo(totalKrw);
    }

    private static Refund refund(Ledger ledger, long amountKrw, int step) {
        Amounts part = TaxApportionment.of(ledger.amounts().left(), amountKrw);
        RefundStatus status = RefundStatus.values()[step % RefundStatus.values().length];
        return RefundBuilder.builder()
                .id(UUID.randomUUID())
                .paymentId(ledger.payment().paymentId())
                .version(1)
                .status(status)
                .origin(Origin.values()[step / 7 % Origin.values().length])
                .amountKrw(part.totalKrw())
                .vatKrw(part.vatKrw())
                .taxFreeKrw(part.taxFreeKrw())
                .reason("OTHER")
                .moreAids(List.of())
                .requestedAt(Instant.EPOCH)
                .failureConfirmedAt(status == RefundStatus.FAILED && step % 2 == 0 ? Instant.EPOCH : null)
                .build();
    }
}
