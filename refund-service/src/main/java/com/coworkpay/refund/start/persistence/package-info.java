/// Statements of starts that are not resolved yet.
@org.jspecify.annotations.NullMarked
package com.coworkpay.refund.start.persistence;
