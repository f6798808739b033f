/// Locations in the database: the row that is locked before anything of a location changes.
@org.jspecify.annotations.NullMarked
package com.coworkpay.integration.location.persistence;
