/// Statements of the projection: one for each batch.
@org.jspecify.annotations.NullMarked
package com.coworkpay.reporting.projection.persistence;
