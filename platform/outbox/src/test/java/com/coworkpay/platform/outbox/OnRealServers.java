package com.coworkpay.platform.outbox;

import com.coworkpay.platform.testkit.KafkaResource;
import com.coworkpay.platform.testkit.PostgresResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// PostgreSQL and Kafka for all tests of this module.
@QuarkusTestResource(value = PostgresResource.class, initArgs = @ResourceArg(name = "database", value = "outbox_test"))
@QuarkusTestResource(
        value = KafkaResource.class,
        initArgs = @ResourceArg(name = "topics", value = "test.outbound,test.inbound,test.batches,outbox-test.dlq"))
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@interface OnRealServers {}
