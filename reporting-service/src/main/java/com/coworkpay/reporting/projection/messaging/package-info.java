/// The events as they come.
@org.jspecify.annotations.NullMarked
package com.coworkpay.reporting.projection.messaging;
