@org.jspecify.annotations.NullMarked
package com.coworkpay.local.lifeline;
