/// Guarded SQL statements as the services write them: one text, named parameters, one run.
@org.jspecify.annotations.NullMarked
package com.coworkpay.platform.sql;
