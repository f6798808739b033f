package com.coworkpay.integration.location.domain;

import java.util.Optional;

/// Everything known of a location at one version: what is published, shown and decided on.
///
/// @param connection absent until KakaoPay was connected once; it never goes away again, as accounts outlive a
/// disconnect
public record LocationState(Location location, long version, Optional<KakaoPayConnection> connection) {

    public String id() {
        return location.id();
    }

    /// The account to which new payments go.
    public Optional<Account> activeAccount() {
        return connection.flatMap(KakaoPayConnection::active);
    }
}
