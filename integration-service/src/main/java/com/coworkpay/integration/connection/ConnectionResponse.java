package com.coworkpay.integration.connection;

import com.coworkpay.contracts.PayableType;
import com.coworkpay.integration.Messages;
import com.coworkpay.integration.credential.domain.CredentialKind;
import com.coworkpay.integration.location.domain.Account;
import com.coworkpay.integration.location.domain.AccountStatus;
import com.coworkpay.integration.location.domain.CheckResult;
import com.coworkpay.integration.location.domain.KakaoPayConnection;
import com.coworkpay.integration.location.domain.LocationState;
import com.coworkpay.platform.problem.Language;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.net.URI;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// The connect page: everything but the key. Before connecting it holds what is needed to connect.
@Schema(
        name = "KakaoPayConnection",
        requiredProperties = {"locationId", "status", "otherAccounts", "siteDomains", "aboutUrl", "docsUrl", "version"})
@JsonInclude(JsonInclude.Include.NON_NULL)
record ConnectionResponse(
        String locationId,
        Status status,
        @Nullable UUID accountId,
        @Nullable String cid,
        @Nullable Boolean live,
        @Nullable CredentialKind credentialKind,

        @Schema(description = "The key's last four characters", examples = "****4f2a") @Nullable
        String credential,

        @Nullable Long credentialVersion,

        @Schema(description = "Subject of the token that connected it, or brought another key since") @Nullable
        String connectedBy,

        @Schema(description = "When that was") @Nullable Instant connectedAt,

        @Nullable Instant disconnectedAt,
        @Nullable Check lastCheck,

        @Schema(description = "While KakaoPay refuses the credential, whoever found out: payments are not offered")
        @Nullable
        Refusal refusal,

        @Schema(
                description =
                        "How many other locations are connected with this CID. KakaoPay kills the former key when a"
                                + " new one is issued: they have to be given the new one too")
        @Nullable
        Long sameCidElsewhere,

        @Nullable Map<PayableType, Boolean> payables,
        @Nullable Boolean automaticRefunds,

        @Schema(description = "Accounts kept for payments in hand and for refunds")
        List<OtherAccount> otherAccounts,

        @Schema(description = "To be registered in KakaoPay's console")
        List<String> siteDomains,

        URI aboutUrl,
        URI docsUrl,
        long version) {

    @Schema(name = "ConnectionStatus")
    enum Status {
        NOT_CONNECTED,
        CONNECTED,
        /// Connected, and KakaoPay refuses the credential.
        CREDENTIAL_REFUSED,
        DISCONNECTED
    }

    @Schema(
            name = "Refusal",
            requiredProperties = {"reason", "since", "whatToDo"})
    record Refusal(CheckResult reason, Instant since, LocalizedText whatToDo) {}

    /// What to do about a refused credential, in both languages.
    @Schema(
            name = "LocalizedText",
            requiredProperties = {"ko", "en"})
    record LocalizedText(String ko, String en) {

        static LocalizedText of(CheckResult result) {
            String key = "refused." + result.name().toLowerCase(Locale.ROOT).replace('_', '-');
            return new LocalizedText(
                    Messages.in(Language.KOREAN).format(key, Map.of()),
                    Messages.in(Language.ENGLISH).format(key, Map.of()));
        }
    }

    @Schema(
            name = "LastCheck",
            requiredProperties = {"result", "at"})
    record Check(CheckResult result, Instant at) {}

    @Schema(
            name = "OtherAccount",
            requiredProperties = {"accountId", "cid", "live", "status", "since"})
    record OtherAccount(UUID accountId, String cid, boolean live, AccountStatus status, Instant since) {}

    /// What is the same for every location.
    record Installation(List<String> siteDomains, URI aboutUrl, URI docsUrl) {}

    static ConnectionResponse of(LocationState state, Installation links, long elsewhere) {
        return state.connection()
                .map(connection -> connected(state, connection, links, elsewhere))
                .orElseGet(() -> notConnected(state, links));
    }

    private static ConnectionResponse notConnected(LocationState state, Installation links) {
        return new ConnectionResponse(
                state.id(),
                Status.NOT_CONNECTED,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                links.siteDomains(),
                links.aboutUrl(),
                links.docsUrl(),
                state.version());
    }

    private static ConnectionResponse connected(
            LocationState state, KakaoPayConnection connection, Installation links, long elsewhere) {
        Account shown = connection.shown();
        var credential = shown.credential();
        Account.LastCheck check = shown.lastCheck();
        return new ConnectionResponse(
                state.id(),
                status(shown),
                shown.id(),
                shown.cid().text(),
                shown.cid().isLive(),
                credential.kind(),
                credential.masked(),
                credential.version(),
                shown.connected().by(),
                shown.connected().at(),
                shown.isActive() ? null : shown.statusSince(),
                new Check(check.result(), check.at()),
                shown.refusedSince()
                        .map(since -> new Refusal(check.result(), since, LocalizedText.of(check.result())))
                        .orElse(null),
                shown.isActive() ? elsewhere : null,
                new EnumMap<>(connection.switches().payables()),
                connection.switches().automaticRefunds(),
                others(connection, shown),
                links.siteDomains(),
                links.aboutUrl(),
                links.docsUrl(),
                state.version());
    }

    private static Status status(Account shown) {
        if (!shown.isActive()) {
            return Status.DISCONNECTED;
        }
        return shown.refusedSince().isPresent() ? Status.CREDENTIAL_REFUSED : Status.CONNECTED;
    }

    private static List<OtherAccount> others(KakaoPayConnection connection, Account shown) {
        return connection.accounts().stream()
                .filter(account -> !account.id().equals(shown.id()))
                .map(account -> new OtherAccount(
                        account.id(),
                        account.cid().text(),
                        account.cid().isLive(),
                        account.status(),
                        account.statusSince()))
                .toList();
    }
}
