/// What the services agree on about the booking system's events: how they are read, and the rules that more than one
/// service has to apply alike. Plain Java.
@org.jspecify.annotations.NullMarked
package com.coworkpay.contracts;
