/// The way back of the payer, and the approval.
@org.jspecify.annotations.NullMarked
package com.coworkpay.payment.approval;
