/// The copy of what integration-service tells about locations.
@org.jspecify.annotations.NullMarked
package com.coworkpay.refund.location;
