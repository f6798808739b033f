/// The payer's return from KakaoPay, and the approval.
@org.jspecify.annotations.NullMarked
package com.coworkpay.payment.approval;
