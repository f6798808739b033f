@org.jspecify.annotations.NullMarked
package com.coworkpay.reporting.projection.messaging;
