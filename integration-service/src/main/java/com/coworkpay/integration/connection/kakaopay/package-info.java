/// The one place of this service that speaks to KakaoPay.
@org.jspecify.annotations.NullMarked
package com.coworkpay.integration.connection.kakaopay;
