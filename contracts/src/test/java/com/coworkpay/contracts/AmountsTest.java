package com.coworkpay.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;

class AmountsTest {

    @Property
    void thePartsAddUpToTheTotal(
            @ForAll @LongRange(min = 1, max = Amounts.MAX_KRW) long total,
            @ForAll @LongRange(min = 0, max = Amounts.MAX_KRW) long part) {
        long taxFree = part % (total + 1);
        Amounts amounts = Amounts.ofPayment(total, taxFree, null);
        assertThat(amounts.supplyKrw() + amounts.vatKrw() + amounts.taxFreeKrw())
                .isEqualTo(total);
    }

    @Property
    void missingVatIsKakaoPaysRoundHalfUp(@ForAll @LongRange(min = 0, max = Amounts.MAX_KRW) long taxable) {
        long expected = BigDecimal.valueOf(taxable)
                .divide(BigDecimal.valueOf(11), 0, RoundingMode.HALF_UP)
                .longValueExact();
        assertThat(Amounts.usualVatKrw(taxable)).isEqualTo(expected);
    }

    @Example
    void knownSamplesOfKakaoPay() {
        assertThat(Amounts.usualVatKrw(2200)).isEqualTo(200);
        assertThat(Amounts.usualVatKrw(4500)).isEqualTo(409);
        assertThat(Amounts.usualVatKrw(1_100_000)).isEqualTo(100_000);
    }

    @Example
    void partsThatExceedTheTotalAreNoAmounts() {
        assertThatThrownBy(() -> new Amounts(100, 91, 10)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Amounts.ofPayment(100, 101, null)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Amounts.ofPayment(100, 50, 51L)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Amounts.ofPayment(0, 0, null)).isInstanceOf(IllegalArgumentException.class);
    }
}
