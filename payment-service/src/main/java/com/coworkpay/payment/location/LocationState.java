package com.coworkpay.payment.location;

import com.coworkpay.payment.domain.PayableType;
import com.coworkpay.platform.outbox.EventData;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What payment-service keeps of a location: whether and through which account KakaoPay takes new payments, and of
/// which kinds of payable.
///
/// @param accountIds every account of the location, retired ones too
record LocationState(
        String locationId,
        long version,
        boolean connected,
        @Nullable String accountId,
        @Nullable String cid,
        @Nullable Boolean live,
        List<String> enabled,
        List<String> accountIds) {

    /// More than a location ever has.
    private static final int MAX_ACCOUNTS = 1000;

    /// @throws com.coworkpay.platform.outbox.UnreadableEventException for data that does not fit the contract
    static LocationState read(JsonNode data) {
        EventData location = EventData.of(data);
        String locationId = location.locationId("locationId");
        long version = location.whole("version", 1);
        if (!data.has("kakaopay")) {
            throw location.unreadable("kakaopay", "given; it is null where nothing is connected");
        }
        EventData kakaopay = location.objectOrNull("kakaopay");
        if (kakaopay == null) {
            return new LocationState(locationId, version, false, null, null, null, List.of(), List.of());
        }
        List<EventData> accounts = kakaopay.objects("accounts", MAX_ACCOUNTS);
        if (accounts.isEmpty()) {
            // Payments are pinned to their accounts: none of them is ever left out.
            throw kakaopay.unreadable("accounts", "at least one account");
        }
        List<String> ids = accounts.stream().map(each -> each.id("accountId")).toList();
        return inUse(kakaopay, accounts)
                .map(account -> new LocationState(
                        locationId,
                        version,
                        true,
                        account.id("accountId"),
                        account.id("cid"),
                        account.flag("live"),
                        enabled(kakaopay.object("payables")),
                        ids))
                .orElseGet(() -> new LocationState(locationId, version, false, null, null, null, List.of(), ids));
    }

    /// The account that takes new payments, if the location is connected.
    private static Optional<EventData> inUse(EventData kakaopay, List<EventData> accounts) {
        String accountId = kakaopay.textOrNull("accountId");
        if (!kakaopay.text("status").equals("CONNECTED") || accountId == null) {
            return Optional.empty();
        }
        return accounts.stream()
                .filter(account -> account.id("accountId").equals(accountId))
                .findFirst()
                .or(() -> {
                    throw kakaopay.unreadable("accountId", "among the accounts");
                });
    }

    /// A kind that is not named is off.
    private static List<String> enabled(EventData payables) {
        return Arrays.stream(PayableType.values())
                .map(PayableType::name)
                .filter(type -> payables.jsonOrNull(type) != null && payables.flag(type))
                .toList();
    }
}
