/// HTTP side for operators. Never routed from outside.
@org.jspecify.annotations.NullMarked
package com.coworkpay.reporting.rebuild.api;
