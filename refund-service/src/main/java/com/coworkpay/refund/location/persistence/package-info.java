/// Statements of the copy of locations.
@org.jspecify.annotations.NullMarked
package com.coworkpay.refund.location.persistence;
