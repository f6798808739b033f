package com.coworkpay.reporting.transactions;

/// The words of the parameter: what makes a group of a summary.
enum SummaryBy {
    day,
    week,
    month,
    type,
    method,
    status
}
