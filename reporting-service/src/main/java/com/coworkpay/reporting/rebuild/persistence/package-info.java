/// Statements of the rebuild.
@org.jspecify.annotations.NullMarked
package com.coworkpay.reporting.rebuild.persistence;
