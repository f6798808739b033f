/// Who did what, why, from where: written with the change itself, and read over REST.
@org.jspecify.annotations.NullMarked
package com.coworkpay.platform.audit;
