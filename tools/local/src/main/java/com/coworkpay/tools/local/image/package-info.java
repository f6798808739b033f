/// Container images and their ahead-of-time caches.
@org.jspecify.annotations.NullMarked
package com.coworkpay.tools.local.image;
