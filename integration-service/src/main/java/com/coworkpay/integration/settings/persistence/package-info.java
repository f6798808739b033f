/// Switches in the database.
@org.jspecify.annotations.NullMarked
package com.coworkpay.integration.settings.persistence;
