package com.coworkpay.platform.problem;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A place in a list, behind which the next page begins. To callers it is a word without meaning.
///
/// It carries a fingerprint of the question (which list, of what, by which filters), so that one that was damaged, or
/// given for another question, is refused instead of giving a page of something else. It is no secret: it opens
/// nothing that its bearer may not read.
public final class PageCursor {

    private static final int FINGERPRINT = 8;
    private static final int PLACE_IN_TIME = Long.BYTES * 3;

    /// What PostgreSQL keeps, with room to spare.
    private static final Instant EARLIEST = Instant.parse("1970-01-01T00:00:00Z");

    private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");

    /// A place in a list that is ordered by time and then by id.
    public record InTime(Instant at, UUID id) {

        public String cursor(String question) {
            return write(
                    ByteBuffer.allocate(PLACE_IN_TIME)
                            .putLong(ChronoUnit.MICROS.between(Instant.EPOCH, at))
                            .putLong(id.getMostSignificantBits())
                            .putLong(id.getLeastSignificantBits())
                            .array(),
                    question);
        }

        /// @param cursor null for the beginning
        /// @throws ProblemException for what is no cursor, and for one of another question
        public static @Nullable InTime of(@Nullable String cursor, String question) {
            if (cursor == null) {
                return null;
            }
            byte[] bytes = read(cursor, question);
            if (bytes.length != PLACE_IN_TIME) {
                throw invalid();
            }
            ByteBuffer place = ByteBuffer.wrap(bytes);
            Instant at = Instant.EPOCH.plus(Duration.of(place.getLong(), ChronoUnit.MICROS));
            if (at.isBefore(EARLIEST) || at.isAfter(LATEST)) {
                throw invalid();
            }
            return new InTime(at, new UUID(place.getLong(), place.getLong()));
        }
    }

    private PageCursor() {}

    /// A list and its filters as one text. With its length before it, no part can pass for another one.
    public static String question(@Nullable Object... parts) {
        StringBuilder question = new StringBuilder();
        for (Object part : parts) {
            String text = String.valueOf(part);
            question.append(part == null ? -1 : text.length())
                    .append(':')
                    .append(text)
                    .append('\n');
        }
        return question.toString();
    }

    public static String write(byte[] place, String question) {
        byte[] bytes = Arrays.copyOf(place, place.length + FINGERPRINT);
        System.arraycopy(fingerprint(place, question), 0, bytes, place.length, FINGERPRINT);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /// @throws ProblemException for what is no cursor, and for one of another question
    public static byte[] read(String cursor, String question) {
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(cursor);
        } catch (IllegalArgumentException notBase64) {
            throw invalid();
        }
        if (bytes.length < FINGERPRINT) {
            throw invalid();
        }
        byte[] place = Arrays.copyOf(bytes, bytes.length - FINGERPRINT);
        if (!Arrays.equals(fingerprint(place, question), Arrays.copyOfRange(bytes, place.length, bytes.length))) {
            throw invalid();
        }
        return place;
    }

    private static byte[] fingerprint(byte[] place, String question) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(question.getBytes(StandardCharsets.UTF_8));
            digest.update(place);
            return Arrays.copyOf(digest.digest(), FINGERPRINT);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ProblemException invalid() {
        return ProblemException.of(CommonProblem.INVALID_CURSOR).field("cursor");
    }
}
