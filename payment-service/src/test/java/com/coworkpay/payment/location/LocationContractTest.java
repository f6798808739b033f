package com.coworkpay.payment.location;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.coworkpay.payment.support.ReadEvents;
import com.coworkpay.platform.testkit.ContractSchema;
import com.coworkpay.platform.testkit.NearMiss;
import com.coworkpay.platform.testkit.SchemaAndReader;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/// Whatever the schema of integration-service allows is read, and anything else is rejected.
class LocationContractTest {
    /// Of every location, and of one whose account takes payments: the account that is named first.
    private static final Set<String> READ =
            Set.of("locationId", "version", "kakaopay.accounts", "kakaopay.accounts[].accountId", "kakaopay.status");

    private static final SchemaAndReader LOCATIONS = new SchemaAndReader(
            ContractSchema.of("location-state.v1.json").fitting(LocationContractTest::accountIsThere),
            ReadEvents.refusal("coworkpay.location.changed.v1", event -> LocationState.read(event.data())),
            LocationContractTest::isOfNoConcern);

    @Property(tries = 300)
    void schemaAndReaderAgree(@ForAll long seed) {
        LOCATIONS.check(seed);
    }

    /// Payments are pinned to accounts: an empty list is rejected.
    @Example
    void oneAccountIsThereOnceConnected() {
        String state = """
                {"locationId": "pangyo", "version": 2, "title": "판교", "timezone": "Asia/Seoul", "locale": "ko",
                 "refundApprovalLimitKrw": 0,
                 "kakaopay": {"status": "DISCONNECTED", "accountId": null, "accounts": [], "automaticRefunds": true,
                   "payables": {}, "lastCheck": null}}""";
        assertThat(LOCATIONS.refusal().apply(state.getBytes(UTF_8)).orElseThrow())
                .contains("accounts", "at least one");
    }

    /// Rules that the schema does not have.
    private static void accountIsThere(ObjectNode state) {
        if (state.path("kakaopay") instanceof ObjectNode kakaopay
                && kakaopay.path("accountId").isTextual()) {
            kakaopay.set("accountId", kakaopay.path("accounts").path(0).path("accountId"));
        }
    }

    /// Ids may have any form; an unknown status means not connected.
    private static boolean isOfNoConcern(NearMiss miss) {
        return !READ.contains(miss.path())
                || miss.kind() == NearMiss.Kind.OTHER_TEXT && !miss.path().equals("locationId");
    }
}
