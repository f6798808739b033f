/// Keys: checked for format before use, sealed at rest, erased when retired.
@org.jspecify.annotations.NullMarked
package com.coworkpay.integration.credential;
