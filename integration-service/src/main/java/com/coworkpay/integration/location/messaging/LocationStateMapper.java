package com.coworkpay.integration.location.messaging;

import com.coworkpay.contracts.LocationStateV1;
import com.coworkpay.integration.connection.domain.Account;
import com.coworkpay.integration.connection.domain.KakaoPayConnection;
import com.coworkpay.integration.location.domain.LocationState;
import java.util.Map;
import java.util.TreeMap;

/// A location's state as it is published. Holds no key, not even a masked one.
final class LocationStateMapper {

    private LocationStateMapper() {}

    static LocationStateV1 published(LocationState state) {
        var location = state.location();
        return new LocationStateV1(
                location.id(),
                state.version(),
                location.title(),
                location.zone().getId(),
                location.locale().tag(),
                location.refundApprovalLimitKrw(),
                state.connection().map(LocationStateMapper::kakaoPay).orElse(null));
    }

    private static LocationStateV1.KakaoPay kakaoPay(KakaoPayConnection connection) {
        var active = connection.active();
        Map<String, Boolean> payables = new TreeMap<>();
        connection.switches().payables().forEach((type, on) -> payables.put(type.name(), on));
        return new LocationStateV1.KakaoPay(
                active.isPresent() ? LocationStateV1.CONNECTED : LocationStateV1.DISCONNECTED,
                active.map(Account::id).orElse(null),
                connection.accounts().stream().map(LocationStateMapper::account).toList(),
                payables,
                connection.switches().automaticRefunds(),
                active.map(Account::lastCheck)
                        .map(check -> new LocationStateV1.Check(check.result().name(), check.at()))
                        .orElse(null));
    }

    private static LocationStateV1.Account account(Account account) {
        var credential = account.credential();
        return new LocationStateV1.Account(
                account.id(),
                account.cid().text(),
                account.cid().isLive(),
                account.status().name(),
                credential.kind().name(),
                credential.version(),
                credential.acceptedAt());
    }
}
