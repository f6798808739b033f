/// What a transaction is, and which are asked for.
@org.jspecify.annotations.NullMarked
package com.coworkpay.reporting.transactions.domain;
