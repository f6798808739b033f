package com.coworkpay.contracts;

import com.coworkpay.platform.outbox.EventData;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The whole public state of a location: the data of every event on `integration.events`
/// (docs/contracts/schemas/location-state.v1.json). Coded values are text, as in [PaymentStateV1].
///
/// @param timezone name of an IANA time zone; one of newer data than this process has is kept all the same
/// @param seller whom receipts name; absent where nobody is known
/// @param kakaopay absent until KakaoPay is connected for the first time
public record LocationStateV1(
        String locationId,
        long version,
        String title,
        String timezone,
        String locale,
        long refundApprovalLimitKrw,
        @Nullable Seller seller,
        @Nullable KakaoPay kakaopay) {

    /// More than a location ever has.
    private static final int MAX_ACCOUNTS = 1000;

    public static final String CONNECTED = "CONNECTED";
    public static final String DISCONNECTED = "DISCONNECTED";

    /// @param businessNumber Korean business registration number, in digits alone
    public record Seller(
            @Nullable String name,
            @Nullable String businessNumber,
            @Nullable String representative,
            @Nullable String address,
            @Nullable String phone) {

        static Seller read(EventData data) {
            return new Seller(
                    data.textOrNull("name", 100),
                    data.textOrNull("businessNumber", 10),
                    data.textOrNull("representative", 50),
                    data.textOrNull("address", 200),
                    data.textOrNull("phone", 30));
        }
    }

    /// @param accountId where new payments go; absent while disconnected
    /// @param accounts all that the location ever had, oldest first: payments are pinned to them
    /// @param payables what KakaoPay may be used for, by the name of a [PayableType]
    public record KakaoPay(
            String status,
            @Nullable UUID accountId,
            List<Account> accounts,
            Map<String, Boolean> payables,
            boolean automaticRefunds,
            @Nullable Check lastCheck) {

        static KakaoPay read(EventData data) {
            List<Account> accounts = data.objects("accounts", MAX_ACCOUNTS).stream()
                    .map(Account::read)
                    .toList();
            if (accounts.isEmpty()) {
                // Payments are pinned to their accounts: none of them is ever left out.
                throw data.unreadable("accounts", "at least one account");
            }
            EventData check = data.objectOrNull("lastCheck");
            var kakaopay = new KakaoPay(
                    data.id("status"),
                    data.uuidOrNull("accountId"),
                    accounts,
                    data.booleans("payables"),
                    data.booleanValue("automaticRefunds"),
                    check == null ? null : new Check(check.id("result"), check.instant("at")));
            if (kakaopay.accountId != null && kakaopay.account().isEmpty()) {
                throw data.unreadable("accountId", "among the accounts");
            }
            return kakaopay;
        }

        private Optional<Account> account() {
            return accounts.stream()
                    .filter(account -> account.accountId.equals(accountId))
                    .findFirst();
        }
    }

    /// @param credentialVersion rises with each rotation
    public record Account(
            UUID accountId,
            String cid,
            boolean live,
            String status,
            String credentialKind,
            long credentialVersion,
            Instant credentialAcceptedAt) {

        static Account read(EventData data) {
            return new Account(
                    data.uuid("accountId"),
                    data.id("cid"),
                    data.booleanValue("live"),
                    data.id("status"),
                    data.id("credentialKind"),
                    data.longValue("credentialVersion", 1),
                    data.instant("credentialAcceptedAt"));
        }
    }

    /// The last time KakaoPay judged the credential of the account in use.
    public record Check(String result, Instant at) {}

    /// @throws com.coworkpay.platform.outbox.UnreadableEventException for data that does not fit the contract
    public static LocationStateV1 read(JsonNode json) {
        EventData data = EventData.of(json);
        if (!json.has("kakaopay")) {
            throw data.unreadable("kakaopay", "given; it is null where nothing is connected");
        }
        EventData seller = data.objectOrNull("seller");
        EventData kakaopay = data.objectOrNull("kakaopay");
        return new LocationStateV1(
                data.locationId("locationId"),
                data.longValue("version", 1),
                data.text("title", 100),
                data.text("timezone", 64),
                data.id("locale"),
                data.longValue("refundApprovalLimitKrw", 0),
                seller == null ? null : Seller.read(seller),
                kakaopay == null ? null : KakaoPay.read(kakaopay));
    }

    /// Where new payments go, if the location is connected.
    public Optional<Account> activeAccount() {
        return kakaopay == null || !kakaopay.status.equals(CONNECTED) ? Optional.empty() : kakaopay.account();
    }

    public List<Account> accounts() {
        return kakaopay == null ? List.of() : kakaopay.accounts;
    }
}
