/// Unknown outcomes of cancel: inquired, repeated as compare-and-set, escalated to manual review.
@org.jspecify.annotations.NullMarked
package com.coworkpay.refund.settlement;
