/// Switches, and the reasons for which KakaoPay is not offered.
@org.jspecify.annotations.NullMarked
package com.coworkpay.integration.settings.domain;
