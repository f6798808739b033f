/// Makes the projection again from the topics, while the old one answers.
@org.jspecify.annotations.NullMarked
package com.coworkpay.reporting.rebuild;
