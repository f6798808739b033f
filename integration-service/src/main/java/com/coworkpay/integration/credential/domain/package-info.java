/// What a key must look like, and what may be shown of it.
@org.jspecify.annotations.NullMarked
package com.coworkpay.integration.credential.domain;
