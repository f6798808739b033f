/// Set-aside cancellations over REST.
@org.jspecify.annotations.NullMarked
package com.coworkpay.refund.cancellation.api;
