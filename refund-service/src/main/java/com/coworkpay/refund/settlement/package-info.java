/// Unknown outcomes of cancel: looked up, repeated as compare-and-set, shown to a person.
@org.jspecify.annotations.NullMarked
package com.coworkpay.refund.settlement;
