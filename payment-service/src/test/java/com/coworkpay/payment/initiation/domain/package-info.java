@NullMarked
package com.coworkpay.payment.initiation.domain;

import org.jspecify.annotations.NullMarked;
