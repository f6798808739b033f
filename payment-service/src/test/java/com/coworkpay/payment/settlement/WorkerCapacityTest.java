package com.coworkpay.payment.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// How many payments a worker has in flight, and of which accounts.
class WorkerCapacityTest {

    private final WorkerCapacity capacity = new WorkerCapacity(16);

    @Test
    void oneAccountFillsItsHalfAndNoMore() {
        assertThat(capacity.free()).isEqualTo(8);
        for (int i = 0; i < 7; i++) {
            capacity.acquire("hangs");
        }
        // One more of the same, or of another.
        assertThat(capacity.free()).isEqualTo(1);
        capacity.acquire("hangs");
        assertThat(capacity.busyAccounts()).containsExactly("hangs");
        assertThat(capacity.free()).isEqualTo(8);
        for (int i = 0; i < 8; i++) {
            capacity.acquire("well");
        }
        assertThat(capacity.free()).isZero();
        capacity.release("well");
        assertThat(capacity.free()).isEqualTo(1);
        assertThat(capacity.busyAccounts()).containsExactly("hangs");
    }

    @Test
    void oneWhoHasOnePlaceWorksForEverybody() {
        WorkerCapacity one = new WorkerCapacity(1);
        assertThat(one.free()).isEqualTo(1);
        one.acquire("a");
        assertThat(one.free()).isZero();
        one.release("a");
        assertThat(one.free()).isEqualTo(1);
        assertThat(one.busyAccounts()).isEmpty();
    }
}
