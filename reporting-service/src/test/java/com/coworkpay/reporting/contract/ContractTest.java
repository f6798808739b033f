package com.coworkpay.reporting.contract;

import com.coworkpay.platform.testkit.Db;
import com.coworkpay.platform.testkit.TestIdentity;
import com.coworkpay.platform.testkit.contract.ContractDriver;
import com.coworkpay.reporting.support.PaymentEvent;
import com.coworkpay.reporting.support.Place;
import com.coworkpay.reporting.support.ReportingServiceTest;
import org.junit.jupiter.api.Test;

/// Every endpoint of the committed description, with right, odd and random input.
@ReportingServiceTest
class ContractTest {

    @Test
    void everyEndpointKeepsItsContract() {
        Place place = Place.open();
        PaymentEvent payment = place.pay();
        place.pay();
        try {
            ContractDriver.of("reporting-service")
                    .as(TestIdentity.token("minji").everywhere("report:read", "projection:rebuild"))
                    .as(TestIdentity.token("hyun").at(place.location(), "payment:read"))
                    .known("locationId", place::location)
                    .known("id", payment::id)
                    .drive();
        } finally {
            Place.until(() -> Db.number("select count(*) from rebuild where state = 'RUNNING'") == 0);
        }
    }
}
