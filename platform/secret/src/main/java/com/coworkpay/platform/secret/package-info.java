/// Secrets in memory and at rest: a type that cannot be printed, and sealing with keys from a mounted file.
@NullMarked
package com.coworkpay.platform.secret;

import org.jspecify.annotations.NullMarked;
