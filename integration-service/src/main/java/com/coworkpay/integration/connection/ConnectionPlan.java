package com.coworkpay.integration.connection;

import com.coworkpay.integration.location.domain.Account;
import com.coworkpay.integration.location.domain.Cid;
import com.coworkpay.integration.location.domain.KakaoPayConnection;
import java.util.Optional;
import java.util.UUID;

/// What an accepted credential does to a location's accounts. Decided on the state that was locked, not on the one
/// that was seen before KakaoPay was asked.
///
/// @param account the account of this CID, if the location had it before
/// @param displaced the active account of another CID, which becomes a former one
/// @param switchesOn whether all switches are set to on: so it is whenever KakaoPay becomes connected, but not when a
/// connected location changes its key or its CID
record ConnectionPlan(Optional<UUID> account, Optional<UUID> displaced, boolean switchesOn) {

    static ConnectionPlan of(Optional<KakaoPayConnection> before, Cid cid) {
        var known = before.stream()
                .flatMap(connection -> connection.accounts().stream())
                .filter(account -> account.cid().equals(cid))
                .map(Account::id)
                .findFirst();
        var active = before.flatMap(KakaoPayConnection::active);
        var displaced = active.filter(account -> !account.cid().equals(cid)).map(Account::id);
        return new ConnectionPlan(known, displaced, active.isEmpty());
    }
}
