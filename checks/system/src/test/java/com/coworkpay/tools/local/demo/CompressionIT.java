package com.coworkpay.tools.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A booking system compresses what it tells as it likes: the local broker takes it, and the packaged services read it.
class CompressionIT {
    private final Stack stack = Stack.shared();

    @ParameterizedTest
    @ValueSource(strings = {"none", "gzip", "snappy", "zstd", "lz4"})
    void aCancellationIsHeard(String compression) throws Exception {
        var place = stack.place();
        var payment = place.paid();
        Map<String, Object> kafka =
                Map.of("bootstrap.servers", stack.stack().bootstrapServers(), "compression.type", compression);
        try (var bookingSystem = new BookingSystem(kafka)) {
            bookingSystem.publish(
                    UUID.randomUUID().toString(),
                    BookingSystem.cancellation(
                            place.location(),
                            place.lastBooking(),
                            "packed:" + compression + ":" + place.location(),
                            Instant.now()));
        }
        assertThat(place.suite().awaitRefunded(payment, ApiClient.BOOKING_KRW).getLong("refundedKrw"))
                .isEqualTo(ApiClient.BOOKING_KRW);
    }
}
