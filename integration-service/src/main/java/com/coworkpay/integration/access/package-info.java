/// Who did what to whose credential: the audit trail, and the hand-over to the services that need a key.
@org.jspecify.annotations.NullMarked
package com.coworkpay.integration.access;
