/// A merchant account as payment-service and refund-service use it: where its credential comes from and how long it may
/// serve from memory, and calls of KakaoPay with whichever key the account has now.
@org.jspecify.annotations.NullMarked
package com.coworkpay.kakaopay.accounts;
