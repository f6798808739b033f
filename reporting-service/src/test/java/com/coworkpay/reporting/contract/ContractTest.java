package com.coworkpay.reporting.contract;

import com.coworkpay.platform.testkit.Db;
import com.coworkpay.platform.testkit.TestIdentity;
import com.coworkpay.platform.testkit.contract.ContractDriver;
import com.coworkpay.reporting.support.PaymentEvent;
import com.coworkpay.reporting.support.ReportingServiceTest;
import com.coworkpay.reporting.support.TestLocation;
import org.junit.jupiter.api.Test;

/// Every endpoint of the committed description, with right, odd and random input.
@ReportingServiceTest
class ContractTest {

    @Test
    void everyEndpointKeepsItsContract() {
        TestLocation location = TestLocation.open();
        PaymentEvent payment = location.pay();
        location.pay();
        try {
            ContractDriver.of("reporting-service")
                    .as(TestIdentity.token("minji")
                            .everywhere("report:read", "projection:rebuild", "dead-letter:manage"))
                    .as(TestIdentity.token("hyun").at(location.id(), "payment:read"))
                    .known("locationId", location::id)
                    .known("id", payment::id)
                    .drive();
        } finally {
            TestLocation.until(() -> Db.number("select count(*) from rebuild where state = 'RUNNING'") == 0);
        }
    }
}
