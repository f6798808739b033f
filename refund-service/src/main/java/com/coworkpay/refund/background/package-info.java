/// Work without a caller.
@org.jspecify.annotations.NullMarked
package com.coworkpay.refund.background;
