/// Issuing of credentials, for services only.
@org.jspecify.annotations.NullMarked
package com.coworkpay.integration.access.api;
