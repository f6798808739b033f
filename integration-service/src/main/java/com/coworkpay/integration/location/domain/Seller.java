package com.coworkpay.integration.location.domain;

import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Who sells at a location, as receipts name them. Any of it may be missing, but not all.
public record Seller(
        @Nullable String name,
        @Nullable BusinessNumber businessNumber,
        @Nullable String representative,
        @Nullable String address,
        @Nullable String phone) {

    public static final int MAX_NAME = 100;
    public static final int MAX_REPRESENTATIVE = 50;
    public static final int MAX_ADDRESS = 200;
    public static final int MAX_PHONE = 30;

    /// Empty where nothing is known.
    public static Optional<Seller> of(
            @Nullable String name,
            @Nullable BusinessNumber businessNumber,
            @Nullable String representative,
            @Nullable String address,
            @Nullable String phone) {
        boolean isKnown =
                Stream.of(name, businessNumber, representative, address, phone).anyMatch(Objects::nonNull);
        return isKnown
                ? Optional.of(new Seller(name, businessNumber, representative, address, phone))
                : Optional.empty();
    }

    public @Nullable String businessDigits() {
        return businessNumber == null ? null : businessNumber.digits();
    }
}
