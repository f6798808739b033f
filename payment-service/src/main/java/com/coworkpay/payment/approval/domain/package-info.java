/// What the answer to approve leads to.
@org.jspecify.annotations.NullMarked
package com.coworkpay.payment.approval.domain;
