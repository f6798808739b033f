/// What stands in the file.
@org.jspecify.annotations.NullMarked
package com.coworkpay.reporting.export.domain;
