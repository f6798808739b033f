/// Health, metrics, logs and traces, the same in every service, with nothing secret in any of them.
@NullMarked
package com.coworkpay.platform.observability;

import org.jspecify.annotations.NullMarked;
