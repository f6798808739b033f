@org.jspecify.annotations.NullMarked
package com.coworkpay.kakaopay.simulator.engine;
