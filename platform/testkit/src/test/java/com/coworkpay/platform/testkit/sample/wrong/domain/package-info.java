@org.jspecify.annotations.NullMarked
package com.coworkpay.platform.testkit.sample.wrong.domain;
