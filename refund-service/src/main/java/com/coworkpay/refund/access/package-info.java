/// Who may do what here.
@org.jspecify.annotations.NullMarked
package com.coworkpay.refund.access;
