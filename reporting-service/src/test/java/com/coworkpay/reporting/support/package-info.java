/// What the tests stand on.
@org.jspecify.annotations.NullMarked
package com.coworkpay.reporting.support;
