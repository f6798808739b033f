/// The report as a file.
@org.jspecify.annotations.NullMarked
package com.coworkpay.reporting.export;
