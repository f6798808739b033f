/// Reading: every answer is one snapshot, and says up to when it is complete.
@org.jspecify.annotations.NullMarked
package com.coworkpay.reporting.reading;
