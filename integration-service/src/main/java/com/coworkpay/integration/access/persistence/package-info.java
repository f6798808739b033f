/// The audit trail and the hand-over in the database.
@org.jspecify.annotations.NullMarked
package com.coworkpay.integration.access.persistence;
