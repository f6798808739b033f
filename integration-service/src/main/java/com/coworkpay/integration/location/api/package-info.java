/// Locations over REST.
@org.jspecify.annotations.NullMarked
package com.coworkpay.integration.location.api;
