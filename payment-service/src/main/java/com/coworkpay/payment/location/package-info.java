/// The replica of integration-service's locations.
@org.jspecify.annotations.NullMarked
package com.coworkpay.payment.location;
