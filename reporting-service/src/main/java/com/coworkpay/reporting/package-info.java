/// The Transactions report: a projection of events, and what people read of it.
@org.jspecify.annotations.NullMarked
package com.coworkpay.reporting;
