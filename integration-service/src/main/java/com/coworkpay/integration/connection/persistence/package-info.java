/// Merchant accounts in the database.
@org.jspecify.annotations.NullMarked
package com.coworkpay.integration.connection.persistence;
