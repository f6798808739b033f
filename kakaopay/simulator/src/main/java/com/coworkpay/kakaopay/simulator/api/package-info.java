@org.jspecify.annotations.NullMarked
package com.coworkpay.kakaopay.simulator.api;
