/// The only access to KakaoPay: fetches the credential, calls the connector, and maps its outcome to the domain's.
@org.jspecify.annotations.NullMarked
package com.coworkpay.payment.kakaopay;
