/// Sealed credentials in the database.
@org.jspecify.annotations.NullMarked
package com.coworkpay.integration.credential.persistence;
