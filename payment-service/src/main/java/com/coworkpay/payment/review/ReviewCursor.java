package com.coworkpay.payment.review;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import java.util.zip.CRC32C;

/// A position in the list: the next page begins after it. It is opaque to callers. A damaged one, or one of another
/// location, is rejected. It is not a secret: it gives access to nothing.
record ReviewCursor(Instant since, UUID paymentId) {

    private static final int PLACE = 3 * Long.BYTES;
    private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");

    public String encode(String locationId) {
        ByteBuffer place = ByteBuffer.allocate(PLACE + Long.BYTES)
                .putLong(ChronoUnit.MICROS.between(Instant.EPOCH, since))
                .putLong(paymentId.getMostSignificantBits())
                .putLong(paymentId.getLeastSignificantBits());
        place.putLong(check(Arrays.copyOf(place.array(), PLACE), locationId));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(place.array());
    }

    public static Optional<ReviewCursor> decode(String text, String locationId) {
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
        if (bytes.length != PLACE + Long.BYTES) {
            return Optional.empty();
        }
        ByteBuffer place = ByteBuffer.wrap(bytes);
        Instant since = Instant.EPOCH.plus(Duration.of(place.getLong(), ChronoUnit.MICROS));
        UUID paymentId = new UUID(place.getLong(), place.getLong());
        boolean isOurs = place.getLong() == check(Arrays.copyOf(bytes, PLACE), locationId)
                && !since.isBefore(Instant.EPOCH)
                && since.isBefore(LATEST);
        return isOurs ? Optional.of(new ReviewCursor(since, paymentId)) : Optional.empty();
    }

    private static long check(byte[] place, String locationId) {
        CRC32C sum = new CRC32C();
        sum.update(place);
        sum.update(locationId.getBytes(StandardCharsets.UTF_8));
        return sum.getValue();
    }
}
