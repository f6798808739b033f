/// The connect page over REST.
@org.jspecify.annotations.NullMarked
package com.coworkpay.integration.connection.api;
