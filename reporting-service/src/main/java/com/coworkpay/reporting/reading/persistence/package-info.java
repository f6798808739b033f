/// The first statement of every snapshot.
@org.jspecify.annotations.NullMarked
package com.coworkpay.reporting.reading.persistence;
