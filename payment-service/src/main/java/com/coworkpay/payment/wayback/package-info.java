/// The payer's way back from KakaoPay: signed URLs out, the portal's URL on.
@org.jspecify.annotations.NullMarked
package com.coworkpay.payment.wayback;
