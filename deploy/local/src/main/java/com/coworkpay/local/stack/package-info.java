@org.jspecify.annotations.NullMarked
package com.coworkpay.local.stack;
