/// What KakaoPay may be used for, and whether it is offered now.
@org.jspecify.annotations.NullMarked
package com.coworkpay.integration.settings;
