/// Keys: looked at before use, sealed at rest, erased when replaced.
@org.jspecify.annotations.NullMarked
package com.coworkpay.integration.credential;
