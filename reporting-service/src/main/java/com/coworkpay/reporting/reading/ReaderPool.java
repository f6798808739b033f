package com.coworkpay.reporting.reading;

import com.coworkpay.platform.sql.ServicePool;
import io.quarkus.reactive.datasource.ReactiveDataSource;
import jakarta.inject.Singleton;

/// The readers' pool, with the same bounds as the pool of the writes.
@Singleton
@ReactiveDataSource("reader")
class ReaderPool extends ServicePool {}
