/// Switches and payment methods over REST.
@org.jspecify.annotations.NullMarked
package com.coworkpay.integration.settings.api;
