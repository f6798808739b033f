/// Connecting, checking and disconnecting KakaoPay.
@org.jspecify.annotations.NullMarked
package com.coworkpay.integration.connection;
