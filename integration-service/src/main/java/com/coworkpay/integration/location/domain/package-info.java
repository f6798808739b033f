/// What a location is, and its whole public state.
@org.jspecify.annotations.NullMarked
package com.coworkpay.integration.location.domain;
