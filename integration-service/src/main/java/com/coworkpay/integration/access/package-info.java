/// Who did what to whose credential: the audit trail, and credentials issued to the services that need a key.
@org.jspecify.annotations.NullMarked
package com.coworkpay.integration.access;
