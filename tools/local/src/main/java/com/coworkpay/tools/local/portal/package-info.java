/// The stand-in for the coworking portal and the booking system of one machine, and the landing page.
@org.jspecify.annotations.NullMarked
package com.coworkpay.tools.local.portal;
