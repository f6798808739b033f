package com.coworkpay.console.client;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A location's connection to KakaoPay, as integration-service shows it to people.
///
/// @param credential its last characters
/// @param payables whether KakaoPay is offered, by payable type
/// @param sameCidElsewhere how many other locations use the same CID
public record Connection(
        String locationId,
        String status,
        @Nullable String cid,
        @Nullable Boolean live,
        @Nullable String credentialKind,
        @Nullable String credential,
        @Nullable Long credentialVersion,
        @Nullable String connectedBy,
        @Nullable Instant connectedAt,
        @Nullable Instant disconnectedAt,
        @Nullable Check lastCheck,
        @Nullable Refusal refusal,
        @Nullable Long sameCidElsewhere,
        @Nullable Map<String, Boolean> payables,
        @Nullable Boolean automaticRefunds,
        List<OtherAccount> otherAccounts,
        List<String> siteDomains,
        String aboutUrl,
        String docsUrl,
        long version) {

    public record Check(String result, Instant at) {}

    /// KakaoPay refuses the credential.
    public record Refusal(String reason, Instant since, LocalizedText whatToDo) {}

    /// Kept for the refunds of its payments.
    public record OtherAccount(String accountId, String cid, boolean live, String status, Instant since) {}

    /// The result of a check that was asked for.
    public record CheckAnswer(
            String result,
            boolean accepted,
            String message,
            @Nullable String code) {}

    public record ConnectRequest(String credentialKind, String key, String cid) {}

    /// @param payables those that change
    public record SettingsRequest(
            @Nullable Map<String, Boolean> payables,
            @Nullable Boolean automaticRefunds) {}

    public boolean isConnected() {
        return status.equals("CONNECTED") || status.equals("CREDENTIAL_REFUSED");
    }
}
