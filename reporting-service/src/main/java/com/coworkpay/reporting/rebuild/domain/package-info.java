/// How a rebuild stands.
@org.jspecify.annotations.NullMarked
package com.coworkpay.reporting.rebuild.domain;
