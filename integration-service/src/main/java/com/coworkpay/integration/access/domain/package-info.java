/// Actors and audit records.
@org.jspecify.annotations.NullMarked
package com.coworkpay.integration.access.domain;
