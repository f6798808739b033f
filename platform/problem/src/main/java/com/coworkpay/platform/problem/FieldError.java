package com.coworkpay.platform.problem;

/// One member of `errors`.
record FieldError(String field, String message) {}
