/// PostgreSQL and Kafka on one machine without Docker and without root, for the local stack, tests and
/// benchmarks. Plain Java; no business words.
@org.jspecify.annotations.NullMarked
package com.coworkpay.platform.embedded;
