@NullMarked
package com.coworkpay.refund.refund.domain;

import org.jspecify.annotations.NullMarked;
