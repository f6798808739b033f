@org.jspecify.annotations.NullMarked
package com.coworkpay.contracts;
