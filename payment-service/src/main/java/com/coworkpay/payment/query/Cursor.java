package com.coworkpay.payment.query;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/// A position in a list: the next page begins after it. It is opaque to callers. A damaged one, or one of another list,
/// location or filter, is rejected. It is not a secret: it gives access to nothing.
public record Cursor(Instant at, UUID paymentId) {

    private static final int PLACE = 3 * Long.BYTES;
    private static final int CHECK = Long.BYTES;
    private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");

    /// @param question the list, its location and its filter
    public String encode(String question) {
        ByteBuffer place = ByteBuffer.allocate(PLACE + CHECK)
                .putLong(ChronoUnit.MICROS.between(Instant.EPOCH, at))
                .putLong(paymentId.getMostSignificantBits())
                .putLong(paymentId.getLeastSignificantBits());
        place.put(check(Arrays.copyOf(place.array(), PLACE), question));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(place.array());
    }

    public static Optional<Cursor> decode(String text, String question) {
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
        if (bytes.length != PLACE + CHECK
                || !Arrays.equals(
                        Arrays.copyOfRange(bytes, PLACE, bytes.length), check(Arrays.copyOf(bytes, PLACE), question))) {
            return Optional.empty();
        }
        ByteBuffer place = ByteBuffer.wrap(bytes);
        Instant at = Instant.EPOCH.plus(Duration.of(place.getLong(), ChronoUnit.MICROS));
        UUID paymentId = new UUID(place.getLong(), place.getLong());
        return at.isBefore(Instant.EPOCH) || !at.isBefore(LATEST)
                ? Optional.empty()
                : Optional.of(new Cursor(at, paymentId));
    }

    private static byte[] check(byte[] place, String question) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(place);
            digest.update(question.getBytes(StandardCharsets.UTF_8));
            return Arrays.copyOf(digest.digest(), CHECK);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
