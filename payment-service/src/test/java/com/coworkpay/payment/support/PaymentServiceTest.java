package com.coworkpay.payment.support;

import com.coworkpay.platform.testkit.KafkaResource;
import com.coworkpay.platform.testkit.PostgresResource;
import com.coworkpay.platform.testkit.TestIdentityResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// A test of the running service over HTTP, with a real PostgreSQL, a real Kafka and KakaoPay's simulator around it.
@QuarkusTest
@QuarkusTestResource(
        value = PostgresResource.class,
        initArgs = {
            @ResourceArg(name = "database", value = "payment"),
            @ResourceArg(name = "application-role", value = "payment_app")
        })
@QuarkusTestResource(KafkaResource.class)
@QuarkusTestResource(TestIdentityResource.class)
@QuarkusTestResource(TestEnvironment.class)
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface PaymentServiceTest {}
