/// The only door to KakaoPay: fetches the credential, calls the connector, and puts its outcome in the domain's words.
@org.jspecify.annotations.NullMarked
package com.coworkpay.refund.kakaopay;
