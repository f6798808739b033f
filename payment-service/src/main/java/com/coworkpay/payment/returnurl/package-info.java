/// The payer's return from KakaoPay: signed URLs out, the redirect to the portal.
@org.jspecify.annotations.NullMarked
package com.coworkpay.payment.returnurl;
