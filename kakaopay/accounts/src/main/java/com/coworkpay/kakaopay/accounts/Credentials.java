package com.coworkpay.kakaopay.accounts;

import com.coworkpay.kakaopay.connector.Credential;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The keys of one merchant account.
///
/// @param newest the newest accepted version: every call uses it
/// @param refused integration-service knows that KakaoPay refuses the newest one
/// @param previous the version before a rotation, to be tried only until `previousUsableUntil`
public record Credentials(
        Credential newest,
        @Nullable Credential previous,
        @Nullable Instant previousUsableUntil,
        boolean refused) {

    /// The former key, while KakaoPay may still be catching up with a rotation.
    public @Nullable Credential previousAt(Instant now) {
        return previous != null && previousUsableUntil != null && now.isBefore(previousUsableUntil) ? previous : null;
    }
}
