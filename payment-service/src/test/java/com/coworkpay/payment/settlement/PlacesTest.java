package com.coworkpay.payment.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// How many payments a worker has in hand, and of whom.
class PlacesTest {

    private final Places places = new Places(16);

    @Test
    void oneAccountFillsItsHalfAndNoMore() {
        assertThat(places.free()).isEqualTo(8);
        for (int i = 0; i < 7; i++) {
            places.take("hangs");
        }
        // One more of the same, or of another.
        assertThat(places.free()).isEqualTo(1);
        places.take("hangs");
        assertThat(places.busyAccounts()).containsExactly("hangs");
        assertThat(places.free()).isEqualTo(8);
        for (int i = 0; i < 8; i++) {
            places.take("well");
        }
        assertThat(places.free()).isZero();
        places.giveBack("well");
        assertThat(places.free()).isEqualTo(1);
        assertThat(places.busyAccounts()).containsExactly("hangs");
    }

    @Test
    void oneWhoHasOnePlaceWorksForEverybody() {
        Places one = new Places(1);
        assertThat(one.free()).isEqualTo(1);
        one.take("a");
        assertThat(one.free()).isZero();
        one.giveBack("a");
        assertThat(one.free()).isEqualTo(1);
        assertThat(one.busyAccounts()).isEmpty();
    }
}
