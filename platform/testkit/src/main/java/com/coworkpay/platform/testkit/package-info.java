/// What the tests of all modules share: PostgreSQL and Kafka to test against, signed-in callers, a view of the
/// topics, and the rules of the architecture.
@org.jspecify.annotations.NullMarked
package com.coworkpay.platform.testkit;
