package com.coworkpay.refund.settlement;

import com.coworkpay.refund.domain.Refund;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Base64;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/// A position in the list of refunds in manual review: the next page begins after it. It carries a fingerprint of its
/// location, so that a damaged one, or one of another list, is refused. It is no secret.
record ReviewCursor(Instant since, UUID refundId) {

    private static final int PLACE = Long.BYTES * 3;
    private static final int FINGERPRINT = 8;

    public static ReviewCursor after(Refund inReview) {
        return new ReviewCursor(Objects.requireNonNull(inReview.manualReviewSince()), inReview.id());
    }

    public String encode(String locationId) {
        ByteBuffer place = ByteBuffer.allocate(PLACE + FINGERPRINT)
                .putLong(ChronoUnit.MICROS.between(Instant.EPOCH, since))
                .putLong(refundId.getMostSignificantBits())
                .putLong(refundId.getLeastSignificantBits());
        place.put(fingerprint(Arrays.copyOf(place.array(), PLACE), locationId));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(place.array());
    }

    /// Empty for what is no cursor, and for one of another location.
    public static Optional<ReviewCursor> decode(String text, String locationId) {
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
        if (bytes.length != PLACE + FINGERPRINT
                || !Arrays.equals(
                        fingerprint(Arrays.copyOf(bytes, PLACE), locationId),
                        Arrays.copyOfRange(bytes, PLACE, bytes.length))) {
            return Optional.empty();
        }
        ByteBuffer place = ByteBuffer.wrap(bytes, 0, PLACE);
        return Optional.of(new ReviewCursor(
                Instant.EPOCH.plus(Duration.of(place.getLong(), ChronoUnit.MICROS)),
                new UUID(place.getLong(), place.getLong())));
    }

    private static byte[] fingerprint(byte[] place, String locationId) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(place);
            digest.update(locationId.getBytes(StandardCharsets.UTF_8));
            return Arrays.copyOf(digest.digest(), FINGERPRINT);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
