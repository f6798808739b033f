/// The audit trail and the credentials to be issued, in the database.
@org.jspecify.annotations.NullMarked
package com.coworkpay.integration.access.persistence;
