/// What order's word means for a refund.
@org.jspecify.annotations.NullMarked
package com.coworkpay.refund.settlement.domain;
