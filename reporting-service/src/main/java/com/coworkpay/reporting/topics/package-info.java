/// The topics themselves: how far they go, and reading them from the beginning.
@org.jspecify.annotations.NullMarked
package com.coworkpay.reporting.topics;
