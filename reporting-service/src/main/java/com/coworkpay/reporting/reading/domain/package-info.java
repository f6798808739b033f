/// What an answer is read from.
@org.jspecify.annotations.NullMarked
package com.coworkpay.reporting.reading.domain;
