/// Switches, and the reasons for which KakaoPay is unavailable.
@org.jspecify.annotations.NullMarked
package com.coworkpay.integration.settings.domain;
