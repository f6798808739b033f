package com.coworkpay.refund.location.messaging;

import com.coworkpay.platform.testkit.ContractSchema;
import com.coworkpay.platform.testkit.NearMiss;
import com.coworkpay.platform.testkit.SchemaAndReader;
import com.coworkpay.refund.support.ReadEvents;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/// Whatever integration-service may say by its schema is read, and what it may not say is refused.
class LocationContractTest {
    private static final Set<String> READ =
            Set.of("locationId", "version", "timezone", "locale", "kakaopay.automaticRefunds");

    private static final SchemaAndReader LOCATIONS = new SchemaAndReader(
            ContractSchema.of("location-state.v1.json").fitting(state -> state.put("timezone", "Asia/Seoul")),
            ReadEvents.refusal("coworkpay.location.changed.v1", event -> IntegrationEventConsumer.read(event.data())),
            LocationContractTest::isOfNoConcern);

    @Property(tries = 300)
    void schemaAndReaderAgree(@ForAll long seed) {
        LOCATIONS.check(seed);
    }

    /// A zone that this process does not know is stored, and waits for a process that knows it.
    private static boolean isOfNoConcern(NearMiss miss) {
        return !READ.contains(miss.path())
                || (miss.kind() == NearMiss.Kind.OTHER_TEXT
                        && Set.of("locale", "timezone").contains(miss.path()));
    }
}
