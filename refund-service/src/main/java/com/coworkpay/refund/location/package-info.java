/// The replica of what integration-service publishes of locations.
@org.jspecify.annotations.NullMarked
package com.coworkpay.refund.location;
