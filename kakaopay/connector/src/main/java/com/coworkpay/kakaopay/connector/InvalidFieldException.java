package com.coworkpay.kakaopay.connector;

/// A request that KakaoPay would refuse for the form of one field. Thrown by the request records before anything is
/// sent; services check the same limits first, so that a person gets a problem that names the field.
public final class InvalidFieldException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final String field;

    /// @param rule says what the field must be, never what it was: it may be a secret
    InvalidFieldException(String field, String rule) {
        super(field + " " + rule);
        this.field = field;
    }

    /// The record component at fault.
    public String field() {
        return field;
    }

    static void unless(boolean right, String field, String rule) {
        if (!right) {
            throw new InvalidFieldException(field, rule);
        }
    }

    /// Lengths are counted in UTF-16 units: for characters outside the basic plane (emoji) stricter than KakaoPay
    /// may be.
    static void checkText(String field, String text, int maxLength) {
        unless(!text.isBlank(), field, "must not be blank");
        unless(text.length() <= maxLength, field, "must have at most " + maxLength + " characters");
        unless(text.chars().noneMatch(Character::isISOControl), field, "must not hold control characters");
    }

    /// KakaoPay's amounts are whole won in a 32-bit number.
    static void checkKrw(String field, long amountKrw, long min) {
        unless(amountKrw >= min, field, "must be at least " + min);
        unless(amountKrw <= Integer.MAX_VALUE, field, "must be at most " + Integer.MAX_VALUE);
    }
}
