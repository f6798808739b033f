package com.coworkpay.integration;

import com.coworkpay.platform.testkit.TestIdentity;
import com.coworkpay.platform.testkit.contract.ContractDriver;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.Test;

/// Every endpoint of the committed contract, with right, odd and random input.
@IntegrationServiceTest
class ContractTest {

    @Test
    void everyEndpointKeepsItsContract() {
        Api.Connected connected = Api.connected();
        ContractDriver.of("integration-service")
                .as(TestIdentity.token("minji").everywhere("integration:manage", "location:manage", "credential:read"))
                .as(TestIdentity.token("hyun").at(connected.location(), "report:read"))
                .known("locationId", connected::location)
                .known("accountId", connected::account)
                .known("payableType", () -> "BOOKING")
                .body("putLocation", () -> new JsonObject(Api.description()).encode())
                .body("connectKakaoPay", () -> new JsonObject(Api.connectRequest(connected.merchant())).encode())
                .drive();
    }
}
