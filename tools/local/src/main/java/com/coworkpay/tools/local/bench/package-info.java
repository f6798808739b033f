/// `./coworkpay bench`: what a payment costs, measured through the running services.
@org.jspecify.annotations.NullMarked
package com.coworkpay.tools.local.bench;
