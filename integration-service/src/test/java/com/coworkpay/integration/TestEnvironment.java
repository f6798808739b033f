package com.coworkpay.integration;

import com.coworkpay.platform.testkit.KafkaResource;
import com.coworkpay.platform.testkit.PostgresResource;
import com.coworkpay.platform.testkit.TestIdentityResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;

/// What every test of this service runs against: a real PostgreSQL, a real Kafka, the simulator. Quarkus applies
/// these to all test classes of the module.
@QuarkusTestResource(value = PostgresResource.class, initArgs = @ResourceArg(name = "database", value = "integration"))
@QuarkusTestResource(KafkaResource.class)
@QuarkusTestResource(TestIdentityResource.class)
@QuarkusTestResource(SimulatorResource.class)
final class TestEnvironment {

    private TestEnvironment() {}
}
