/// A cancellation and what it is about.
@org.jspecify.annotations.NullMarked
package com.coworkpay.refund.cancellation.domain;
