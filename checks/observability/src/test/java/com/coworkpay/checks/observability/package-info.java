/// Holds rules, their tests, the dashboard, the runbooks and the reference of metrics together.
@org.jspecify.annotations.NullMarked
package com.coworkpay.checks.observability;
