/// The page of errors: docs/reference/errors.md.
package com.coworkpay.checks.docs.errors;
