/// The location's whole state on its way to the other services.
@org.jspecify.annotations.NullMarked
package com.coworkpay.integration.location.messaging;
