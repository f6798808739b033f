/// HTTP side of the file.
@org.jspecify.annotations.NullMarked
package com.coworkpay.reporting.export.api;
