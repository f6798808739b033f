/// Keeps what the events say.
@org.jspecify.annotations.NullMarked
package com.coworkpay.reporting.projection;
