package com.coworkpay.integration.location.domain;

import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;

/// One coworking space, as the booking system describes it.
///
/// @param zone an IANA zone with a name of its own; offsets such as `+09:00` know no rules and are refused
/// @param refundApprovalLimitKrw whole won: above it a second person approves what people give back of one payment
/// @param seller whom receipts name
public record Location(
        String id, String title, ZoneId zone, Language locale, long refundApprovalLimitKrw, Optional<Seller> seller) {

    /// The language a location speaks to its members in.
    public enum Language {
        KO,
        EN;

        public String tag() {
            return name().toLowerCase(Locale.ROOT);
        }

        /// @throws IllegalArgumentException for any other text than `ko` and `en`
        public static Language ofTag(String tag) {
            return switch (tag) {
                case "ko" -> KO;
                case "en" -> EN;
                default -> throw new IllegalArgumentException("locale is ko or en");
            };
        }
    }

    public static final int MAX_TITLE = 100;
    public static final long MAX_REFUND_APPROVAL_LIMIT_KRW = 10_000_000_000L;

    public Location {
        if (!isTitle(title)) {
            throw new IllegalArgumentException("title is one line of 1 to " + MAX_TITLE + " characters");
        }
        if (!isNamedZone(zone.getId())) {
            throw new IllegalArgumentException("timezone is the name of an IANA zone");
        }
        if (refundApprovalLimitKrw < 0 || refundApprovalLimitKrw > MAX_REFUND_APPROVAL_LIMIT_KRW) {
            throw new IllegalArgumentException("refundApprovalLimitKrw is 0 to " + MAX_REFUND_APPROVAL_LIMIT_KRW);
        }
    }

    /// Not blank, no line breaks or other control characters, no half of a character pair.
    public static boolean isTitle(String text) {
        return !text.isBlank()
                && text.codePointCount(0, text.length()) <= MAX_TITLE
                && text.codePoints().noneMatch(Location::isUnprintable);
    }

    private static boolean isUnprintable(int codePoint) {
        int type = Character.getType(codePoint);
        return type == Character.CONTROL
                || type == Character.SURROGATE
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR;
    }

    public static boolean isNamedZone(String id) {
        return ZoneId.getAvailableZoneIds().contains(id);
    }
}
