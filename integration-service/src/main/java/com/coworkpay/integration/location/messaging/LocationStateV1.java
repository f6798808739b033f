package com.coworkpay.integration.location.messaging;

import com.coworkpay.integration.connection.domain.Account;
import com.coworkpay.integration.connection.domain.AccountStatus;
import com.coworkpay.integration.connection.domain.Cid;
import com.coworkpay.integration.connection.domain.KakaoPayConnection;
import com.coworkpay.integration.connection.domain.LastCheck;
import com.coworkpay.integration.credential.domain.CredentialKind;
import com.coworkpay.integration.location.domain.LocationState;
import com.coworkpay.integration.settings.domain.PayableType;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The data of every event on `integration.events`; the contract is `docs/contracts/schemas/location-state.v1.json`.
/// Holds no key, not even a masked one.
record LocationStateV1(
        String locationId,
        long version,
        String title,
        String timezone,
        String locale,
        long refundApprovalLimitKrw,
        @Nullable KakaoPayV1 kakaopay) {

    enum StatusV1 {
        CONNECTED,
        DISCONNECTED
    }

    record KakaoPayV1(
            StatusV1 status,
            @Nullable UUID accountId,
            List<AccountV1> accounts,
            Map<PayableType, Boolean> payables,
            boolean automaticRefunds,
            @Nullable LastCheck lastCheck) {}

    record AccountV1(
            UUID accountId,
            String cid,
            boolean live,
            AccountStatus status,
            CredentialKind credentialKind,
            long credentialVersion,
            Instant credentialAcceptedAt) {}

    static LocationStateV1 of(LocationState state) {
        var location = state.location();
        return new LocationStateV1(
                location.id(),
                state.version(),
                location.title(),
                location.zone().getId(),
                location.locale().tag(),
                location.refundApprovalLimitKrw(),
                state.connection().map(LocationStateV1::kakaoPay).orElse(null));
    }

    private static KakaoPayV1 kakaoPay(KakaoPayConnection connection) {
        var active = connection.active();
        return new KakaoPayV1(
                active.isPresent() ? StatusV1.CONNECTED : StatusV1.DISCONNECTED,
                active.map(Account::id).orElse(null),
                connection.accounts().stream().map(LocationStateV1::account).toList(),
                new EnumMap<>(connection.switches().payables()),
                connection.switches().automaticRefunds(),
                active.map(Account::lastCheck).orElse(null));
    }

    private static AccountV1 account(Account account) {
        Cid cid = account.cid();
        var credential = account.credential();
        return new AccountV1(
                account.id(),
                cid.text(),
                cid.isLive(),
                account.status(),
                credential.kind(),
                credential.version(),
                credential.acceptedAt());
    }
}
