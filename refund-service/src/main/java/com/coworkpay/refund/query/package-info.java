/// Refunds, decisions and the preview, as people and machines read them.
@org.jspecify.annotations.NullMarked
package com.coworkpay.refund.query;
