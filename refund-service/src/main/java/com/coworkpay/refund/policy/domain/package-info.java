/// The policy as it was shown when paid, and what follows from it. Plain Java.
@org.jspecify.annotations.NullMarked
package com.coworkpay.refund.policy.domain;
