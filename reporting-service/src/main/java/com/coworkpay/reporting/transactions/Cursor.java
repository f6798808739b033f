package com.coworkpay.reporting.transactions;

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

/// A place in the list: the next page begins behind it. To callers it is a word without meaning.
///
/// It carries a fingerprint of location and filter, so that one which was damaged, or given for another question, is
/// refused instead of giving a page of something else. It is no secret: it opens nothing that its bearer may not read.
record Cursor(Instant occurredAt, UUID paymentId) {

    private static final byte VERSION = 1;
    private static final int PLACE = 1 + Long.BYTES + 2 * Long.BYTES;
    private static final int FINGERPRINT = 8;

    /// What PostgreSQL keeps, with room to spare.
    private static final Instant EARLIEST = Instant.parse("1970-01-01T00:00:00Z");

    private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");

    String encode(String locationId, Filter filter) {
        ByteBuffer place = ByteBuffer.allocate(PLACE + FINGERPRINT)
                .put(VERSION)
                .putLong(ChronoUnit.MICROS.between(Instant.EPOCH, occurredAt))
                .putLong(paymentId.getMostSignificantBits())
                .putLong(paymentId.getLeastSignificantBits());
        place.put(fingerprint(Arrays.copyOf(place.array(), PLACE), locationId, filter));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(place.array());
    }

    /// Empty for what is no cursor, and for one of another question.
    static Optional<Cursor> decode(String text, String locationId, Filter filter) {
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
        if (bytes.length != PLACE + FINGERPRINT || bytes[0] != VERSION) {
            return Optional.empty();
        }
        byte[] wanted = fingerprint(Arrays.copyOf(bytes, PLACE), locationId, filter);
        if (!Arrays.equals(wanted, Arrays.copyOfRange(bytes, PLACE, bytes.length))) {
            return Optional.empty();
        }
        ByteBuffer place = ByteBuffer.wrap(bytes, 1, PLACE - 1);
        long micros = place.getLong();
        Instant at = Instant.EPOCH.plus(Duration.of(micros, ChronoUnit.MICROS));
        return at.isBefore(EARLIEST) || at.isAfter(LATEST)
                ? Optional.empty()
                : Optional.of(new Cursor(at, new UUID(place.getLong(), place.getLong())));
    }

    private static byte[] fingerprint(byte[] place, String locationId, Filter filter) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(place);
            digest.update((locationId + "\n" + filter.canonical()).getBytes(StandardCharsets.UTF_8));
            return Arrays.copyOf(digest.digest(), FINGERPRINT);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
