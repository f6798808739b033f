package com.coworkpay.payment.location;

import com.coworkpay.payment.domain.PayableType;
import com.coworkpay.platform.outbox.EventData;
import com.coworkpay.platform.outbox.UnreadableEvent;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What payment-service keeps of a location: whether and through which account KakaoPay takes new payments, and of
/// which kinds of payable.
///
/// @param accountIds every account of the location, former ones too
record LocationState(
        String locationId,
        long version,
        boolean connected,
        @Nullable String accountId,
        @Nullable String cid,
        @Nullable Boolean live,
        List<String> enabled,
        List<String> accountIds) {

    /// @throws UnreadableEvent for data that does not fit the contract
    static LocationState read(JsonNode data) {
        String locationId = EventData.of(data).id("locationId");
        long version = EventData.of(data).whole("version", 0);
        JsonNode kakaopay = data.path("kakaopay");
        if (kakaopay.isMissingNode()) {
            throw new UnreadableEvent("kakaopay is missing");
        }
        List<String> accounts = accountIds(kakaopay);
        return inUse(kakaopay)
                .map(account -> new LocationState(
                        locationId,
                        version,
                        true,
                        EventData.of(account).id("accountId"),
                        EventData.of(account).id("cid"),
                        account.path("live").booleanValue(),
                        enabled(kakaopay.path("payables")),
                        accounts))
                .orElseGet(() -> new LocationState(locationId, version, false, null, null, null, List.of(), accounts));
    }

    /// The account that takes new payments, if the location is connected.
    private static Optional<JsonNode> inUse(JsonNode kakaopay) {
        if (!kakaopay.path("status").asText().equals("CONNECTED")
                || kakaopay.path("accountId").isNull()) {
            return Optional.empty();
        }
        String accountId = EventData.of(kakaopay).id("accountId");
        for (JsonNode account : kakaopay.path("accounts")) {
            if (account.path("accountId").asText().equals(accountId)) {
                return Optional.of(account);
            }
        }
        throw new UnreadableEvent("accountId is not among the accounts");
    }

    /// A kind that is not named is off.
    private static List<String> enabled(JsonNode payables) {
        List<String> on = new ArrayList<>();
        for (PayableType type : PayableType.values()) {
            if (payables.path(type.name()).booleanValue()) {
                on.add(type.name());
            }
        }
        return on;
    }

    private static List<String> accountIds(JsonNode kakaopay) {
        List<String> ids = new ArrayList<>();
        kakaopay.path("accounts")
                .forEach(account -> ids.add(EventData.of(account).id("accountId")));
        return ids;
    }
}
