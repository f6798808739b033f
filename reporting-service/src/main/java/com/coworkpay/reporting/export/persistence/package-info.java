/// Rows by a cursor of the database.
@org.jspecify.annotations.NullMarked
package com.coworkpay.reporting.export.persistence;
