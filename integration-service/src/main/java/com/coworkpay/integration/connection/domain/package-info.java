/// Merchant accounts and what KakaoPay said about them.
@org.jspecify.annotations.NullMarked
package com.coworkpay.integration.connection.domain;
