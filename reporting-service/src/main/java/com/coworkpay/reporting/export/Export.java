package com.coworkpay.reporting.export;

import com.coworkpay.reporting.reading.domain.ReadContext;
import com.coworkpay.reporting.transactions.domain.Transaction;
import io.smallrye.mutiny.Multi;
import java.util.List;

/// An export whose snapshot is open.
///
/// @param batches rows as they are asked for; the first may be empty. However it ends, so does the snapshot
public record Export(ReadContext context, Multi<List<Transaction>> batches) {}
