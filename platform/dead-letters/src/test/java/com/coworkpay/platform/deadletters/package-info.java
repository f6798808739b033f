@org.jspecify.annotations.NullMarked
package com.coworkpay.platform.deadletters;
